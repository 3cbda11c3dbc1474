import { MemberOrder } from '@warren/contracts';
import { MemberPresence } from '../api/members.ts';
import { Choice } from '../ui/form/choice.tsx';
import { MemberSearch } from './member-search.tsx';
import styles from './members.module.css';
import type { MembersSearch } from './search.ts';

const orderNames: Record<MemberOrder, string> = {
  oldest: 'First added',
  newest: 'Last added',
  name: 'Name',
};
const presenceNames: Record<MemberPresence, string> = {
  all: 'Everybody',
  present: 'Who is here',
  left: 'Who has left',
};

/** Search, filter and order of the list; all but the searched text are in the address. */
export function MemberFilters({
  query,
  onSearch,
  sort,
  left,
  onChange,
}: {
  query: string;
  onSearch: (query: string) => void;
  sort: MemberOrder;
  left: MemberPresence;
  onChange: (change: MembersSearch) => void;
}) {
  return (
    <div className={styles.filters}>
      <MemberSearch query={query} onSearch={onSearch} />
      <Choice
        label="Show"
        value={left}
        options={MemberPresence.options.map((value) => ({ value, name: presenceNames[value] }))}
        onChange={(value) => onChange({ left: value === 'all' ? undefined : value })}
      />
      <Choice
        label="Sort by"
        value={sort}
        options={MemberOrder.options.map((value) => ({ value, name: orderNames[value] }))}
        onChange={(value) => onChange({ sort: value === 'oldest' ? undefined : value })}
      />
    </div>
  );
}
