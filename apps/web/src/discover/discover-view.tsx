import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RefreshCw, Sparkles, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { hasEnded } from '@warren/contracts';
import type { RunKind } from '@warren/contracts';
import { membersQuery } from '../api/members.ts';
import { runsQuery, startRun } from '../api/runs.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import styles from './discover.module.css';
import { FocusAreasField } from './focus-areas-field.tsx';
import { newIdempotencyKey } from './idempotency-key.ts';
import { RunPanel } from './run-panel.tsx';

const route = getRouteApi('/discover');

/** View that starts runs and shows their progress. */
export function DiscoverView() {
  const { run: named } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [focus, setFocus] = useState<readonly string[]>([]);
  const runs = useQuery(runsQuery({ limit: 20 }));
  const members = useQuery(membersQuery({ page: 1, per_page: 1 }));
  const atWork = runs.data?.find(({ status }) => !hasEnded(status));
  const start = useMutation({
    mutationFn: async (kind: RunKind) => startRun(kind, focus, newIdempotencyKey()),
    onSuccess: async ({ run_id }) => {
      await client.invalidateQueries({ queryKey: ['runs'] });
      await navigate({ search: { run: run_id } });
    },
  });
  const found = atWork?.id;
  useEffect(() => {
    // keeps showing the run after its end: from now on the address names it
    if (named === undefined && found !== undefined) {
      void navigate({ search: { run: found }, replace: true });
    }
  }, [named, found, navigate]);
  const shownRun = named ?? found;
  const busy = start.isPending || atWork !== undefined;
  return (
    <Page
      title="Discover"
      lead="Warren looks at the whole membership, tests what goes together, and keeps only what stands."
    >
      {members.data?.total === 0 && <NoMembers />}
      <Section title="Look for patterns">
        <FocusAreasField chosen={focus} onChange={setFocus} />
        <div className={styles.start}>
          <Button kind="first" isDisabled={busy} onPress={() => start.mutate('discover')}>
            <Sparkles size={16} aria-hidden />
            Discover
          </Button>
          <Button isDisabled={busy} onPress={() => start.mutate('refresh')}>
            <RefreshCw size={16} aria-hidden />
            Refresh
          </Button>
          <p className={styles.quiet}>
            {atWork === undefined
              ? 'Refresh first measures every active pattern on today’s members.'
              : `Run ${atWork.id} is at work; the next can start when it has ended.`}
          </p>
        </div>
        {start.error !== null && <ErrorState error={start.error} />}
      </Section>
      {shownRun !== undefined && <RunPanel key={shownRun} id={shownRun} />}
    </Page>
  );
}

function NoMembers() {
  return (
    <EmptyState
      Icon={Upload}
      title="There are no members yet"
      action={
        <LinkButton kind="first" to="/members/import">
          Import members
        </LinkButton>
      }
    >
      Without members there is nothing to find.
    </EmptyState>
  );
}
