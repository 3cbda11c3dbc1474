import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { PatternCategory, PatternState, categories } from '@warren/contracts';
import { memberQuery } from '../../api/members.ts';
import { runsQuery } from '../../api/runs.ts';
import { Button } from '../../ui/button.tsx';
import { ForRole } from '../../ui/for-role.tsx';
import { Choice } from '../../ui/form/choice.tsx';
import { dateTime } from '../../ui/format.ts';
import { nameOf } from '../../ui/name-of.ts';
import { MemberChoice } from '../detail/member-choice.tsx';
import { isNarrowed, orders } from '../search.ts';
import type { PatternsSearch } from '../search.ts';
import { states } from '../text.ts';
import styles from './filters.module.css';
import { PatternSearchField } from './pattern-search-field.tsx';

const orderNames = {
  members: 'Most members',
  name: 'Name',
  latest: 'Latest change',
  lift: 'Farthest beyond chance',
} as const;

/** Filters and order of the list; all of them are in the address bar. */
export function Filters({
  search,
  onChange,
}: {
  search: PatternsSearch;
  onChange: (change: PatternsSearch) => void;
}) {
  return (
    <search className={styles.filters} aria-label="Narrow the list">
      <ForRole role="operator">
        <PatternSearchField
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q === '' ? undefined : q })}
        />
      </ForRole>
      <div className={styles.choices}>
        <Choice
          label="Category"
          value={search.category ?? ''}
          options={[
            { value: '', name: 'All' },
            ...PatternCategory.options.map((value) => ({ value, name: categories[value].title })),
          ]}
          onChange={(value) => onChange({ category: value === '' ? undefined : value })}
        />
        <Choice
          label="Since last run"
          value={search.state ?? ''}
          options={[
            { value: '', name: 'Active' },
            ...PatternState.options.map((value) => ({ value, name: states[value] })),
            { value: 'all', name: 'All, retired too' },
          ]}
          onChange={(value) => onChange({ state: value === '' ? undefined : value })}
        />
        <ForRole role="operator">
          <RunChoice run={search.run} onChange={(run) => onChange({ run })} />
        </ForRole>
        <Choice
          label="Sort by"
          value={search.sort ?? 'members'}
          options={orders.map((value) => ({ value, name: orderNames[value] }))}
          onChange={(value) => onChange({ sort: value === 'members' ? undefined : value })}
        />
        <div className={styles.last}>
          {search.member === undefined ? (
            <ForRole role="operator">
              <MemberChoice onChoose={(member) => onChange({ member })} />
            </ForRole>
          ) : (
            <MemberChip id={search.member} onClear={() => onChange({ member: undefined })} />
          )}
          {isNarrowed(search) && (
            <Button
              kind="bare"
              onPress={() =>
                onChange({
                  q: undefined,
                  category: undefined,
                  state: undefined,
                  member: undefined,
                  run: undefined,
                })
              }
            >
              Clear all
            </Button>
          )}
        </div>
      </div>
    </search>
  );
}

function RunChoice({
  run,
  onChange,
}: {
  run: number | undefined;
  onChange: (run: number | undefined) => void;
}) {
  const { data: runs = [] } = useQuery(runsQuery({ limit: 20 }));
  const known = runs.map(({ id, created_at }) => ({
    value: String(id),
    name: `Run ${id}, ${dateTime(created_at)}`,
  }));
  const chosen = run === undefined ? '' : String(run);
  const missing = chosen !== '' && !known.some(({ value }) => value === chosen);
  return (
    <Choice
      label="Saved by"
      value={chosen}
      options={[
        { value: '', name: 'Any run' },
        ...known,
        ...(missing ? [{ value: chosen, name: `Run ${chosen}` }] : []),
      ]}
      onChange={(value) => onChange(value === '' ? undefined : Number(value))}
    />
  );
}

function MemberChip({ id, onClear }: { id: number; onClear: () => void }) {
  const { data } = useQuery(memberQuery(id));
  const name = data === undefined ? `Member ${id}` : nameOf(data);
  return (
    <Button kind="plain" onPress={onClear} aria-label={`Patterns of ${name}: show those of all`}>
      <bdi>{name}</bdi>
      <X size={15} aria-hidden />
    </Button>
  );
}
