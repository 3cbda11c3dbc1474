import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX, Sparkles, Upload } from 'lucide-react';
import { useCallback } from 'react';
import { useHasRole } from '../../api/me.ts';
import { patternsQuery } from '../../api/patterns.ts';
import { runQuery } from '../../api/runs.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ForRole } from '../../ui/for-role.tsx';
import { counted } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeletons } from '../../ui/states/skeleton.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { HeldSection } from '../held/held-section.tsx';
import { forViewers, isNarrowed, shown } from '../search.ts';
import type { PatternsSearch } from '../search.ts';
import { Filters } from './filters.tsx';
import { PatternGroups } from './pattern-groups.tsx';
import styles from './patterns-view.module.css';

const route = getRouteApi('/patterns');

/** View of the patterns, grouped by category. */
export function PatternsView() {
  const inAddress = route.useSearch();
  const search = useHasRole('operator') ? inAddress : forViewers(inAddress);
  const navigate = route.useNavigate();
  const change = useCallback(
    (changed: PatternsSearch) =>
      void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  );
  const { patterns, error, retry } = useShownPatterns(search);
  return (
    <Page
      title="Patterns"
      lead="What runs through this community, and what each finding stands on."
      actions={
        <ForRole role="operator">
          <ExportButton patterns={patterns ?? []} />
          <LinkButton kind="first" to="/discover">
            <Sparkles size={16} aria-hidden />
            Discover
          </LinkButton>
        </ForRole>
      }
    >
      <Filters search={search} onChange={change} />
      <p role="status" className={styles.status}>
        {patterns === undefined ? ' ' : counted(patterns.length, 'pattern')}
      </p>
      <ForRole role="operator">
        <HeldSection />
      </ForRole>
      {error !== null && patterns === undefined && <ErrorState error={error} onRetry={retry} />}
      {error === null && patterns === undefined && (
        <Skeletons of="card" count={9} label="Loading the patterns …" />
      )}
      {patterns !== undefined && patterns.length > 0 && <PatternGroups patterns={patterns} />}
      {patterns?.length === 0 && <Nothing search={search} onClear={change} />}
    </Page>
  );
}

function useShownPatterns(search: PatternsSearch) {
  const listed = useQuery(
    patternsQuery({
      is_active: search.state === undefined ? 'true' : 'all',
      ...(search.q !== undefined && { q: search.q }),
      ...(search.member !== undefined && { member_id: search.member }),
    }),
  );
  const run = useQuery({
    ...runQuery(search.run ?? 0),
    enabled: search.run !== undefined,
    placeholderData: keepPreviousData,
  });
  const ofRun =
    search.run === undefined ? undefined : run.data && new Set(run.data.patterns.map(({ id }) => id));
  const isLoading = listed.data === undefined || (search.run !== undefined && ofRun === undefined);
  return {
    patterns: isLoading ? undefined : shown(listed.data, search, ofRun),
    error: listed.error ?? (search.run === undefined ? null : run.error),
    retry: () => void Promise.all([listed.refetch(), search.run === undefined ? undefined : run.refetch()]),
  };
}

function Nothing({ search, onClear }: { search: PatternsSearch; onClear: (change: PatternsSearch) => void }) {
  const isOperator = useHasRole('operator');
  if (isNarrowed(search)) {
    const none = { q: undefined, category: undefined, state: undefined, member: undefined, run: undefined };
    return (
      <EmptyState
        Icon={SearchX}
        title="No pattern fits all of this"
        action={<Button onPress={() => onClear(none)}>Show all active patterns</Button>}
      >
        Take away one of the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={Sparkles}
      title={isOperator ? 'No patterns yet' : 'No patterns to show'}
      action={
        <ForRole role="operator">
          <LinkButton to="/members/import">
            <Upload size={16} aria-hidden />
            Import members
          </LinkButton>
          <LinkButton kind="first" to="/discover">
            <Sparkles size={16} aria-hidden />
            Discover
          </LinkButton>
        </ForRole>
      }
    >
      {isOperator
        ? 'Import the members of your community, then let Warren look for what runs through it.'
        : 'Patterns of few members are not shown to you.'}
    </EmptyState>
  );
}
