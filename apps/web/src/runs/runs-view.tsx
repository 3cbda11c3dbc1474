import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { History, SearchX, Sparkles } from 'lucide-react';
import { RunStatus } from '@warren/contracts';
import { runsPageQuery } from '../api/runs.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { ForRole } from '../ui/for-role.tsx';
import { Choice } from '../ui/form/choice.tsx';
import { counted } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeletons } from '../ui/states/skeleton.tsx';
import { RunRow } from './run-row.tsx';
import styles from './runs.module.css';
import { statusText } from './status-text.ts';

const route = getRouteApi('/runs');
const perPage = 20;

/** View of the runs, newest first; refreshes while a run is in progress. */
export function RunsView() {
  const { status, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    runsPageQuery({ limit: perPage, page, ...(status !== undefined && { status }) }),
  );
  const show = (to: { status?: RunStatus | undefined; page?: number | undefined }): void =>
    void navigate({ search: to, resetScroll: false });
  return (
    <Page
      title="Runs"
      lead="Who looked, how it went, and what it spent."
      actions={
        <ForRole role="operator">
          <LinkButton kind="first" to="/discover">
            <Sparkles size={16} aria-hidden />
            Discover
          </LinkButton>
        </ForRole>
      }
    >
      <div className={styles.filters}>
        <Choice
          label="Status"
          value={status ?? ''}
          options={[
            { value: '', name: 'All' },
            ...RunStatus.options.map((value) => ({ value, name: statusText[value].name })),
          ]}
          onChange={(value) => show({ status: value === '' ? undefined : value })}
        />
        <p role="status" className={styles.quiet}>
          {data === undefined ? ' ' : counted(data.total, 'run')}
        </p>
      </div>
      {data === undefined && error === null && <Skeletons of="row" count={8} label="Loading the runs …" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.runs.length > 0 && (
        <ul className={styles.rows} aria-label="Runs" aria-busy={isPlaceholderData}>
          {data.runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      )}
      {data !== undefined && (
        <Pager
          page={page}
          perPage={perPage}
          total={data.total}
          label="Pages of runs"
          onPage={(to) => show({ status, page: to === 1 ? undefined : to })}
        />
      )}
      {data?.runs.length === 0 && !isPlaceholderData && (
        <None narrowed={status !== undefined || page > 1} onClear={() => show({})} />
      )}
    </Page>
  );
}

function None({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  return narrowed ? (
    <EmptyState
      Icon={SearchX}
      title="No run like this"
      action={<Button onPress={onClear}>Show all runs</Button>}
    />
  ) : (
    <EmptyState
      Icon={History}
      title="Nobody has looked yet"
      action={
        <ForRole role="operator">
          <LinkButton kind="first" to="/discover">
            <Sparkles size={16} aria-hidden />
            Look for patterns
          </LinkButton>
        </ForRole>
      }
    >
      Each discovery leaves a run here: who looked, how it went, and what it spent.
    </EmptyState>
  );
}
