import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasEnded } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { runQuery } from '../api/runs.ts';
import { CancelButton } from '../runs/progress/cancel-button.tsx';
import { RunOutcome } from '../runs/progress/run-outcome.tsx';
import { RunSteps } from '../runs/progress/run-steps.tsx';
import { useRunProgress } from '../runs/progress/use-run-progress.ts';
import { statusText } from '../runs/status-text.ts';
import { counted } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { Skeleton } from '../ui/states/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './discover.module.css';
import { Rejected, Saved } from './run-results.tsx';
import { SpendMeter } from './spend-meter.tsx';

/** Panel of one run: its steps while it works, its outcome at the end, and what was saved and rejected. */
export function RunPanel({ id }: { id: number }) {
  const { data: run, error, refetch } = useQuery(runQuery(id));
  if (run === undefined) {
    return error === null ? (
      <Skeleton of="picture" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  }
  return <KnownRun run={run} />;
}

function KnownRun({ run }: { run: Run }) {
  const ended = hasEnded(run.status);
  const progress = useRunProgress(run.id, ended);
  const status = statusText[run.status];
  return (
    <Section
      title={`Run ${run.id}`}
      actions={
        <>
          <Tag tone={status.tone}>{status.name}</Tag>
          {!ended && <CancelButton id={run.id} />}
        </>
      }
      lead={
        <>
          {run.analyst === 'claude' ? 'Claude' : 'Statistical analyst'}
          {run.model !== null && `, ${run.model}`}, {counted(run.turns, 'turn')}.{' '}
          <Link to="/runs/$runId" params={{ runId: run.id }}>
            All about this run
          </Link>
        </>
      }
    >
      {ended ? <RunOutcome run={run} /> : <RunSteps run={run} progress={progress} />}
      <SpendMeter
        spend={progress.steps.at(-1)?.spend ?? run.spend}
        cap={run.max_cost}
        analyst={run.analyst}
      />
      <div className={styles.results}>
        <Saved run={run} />
        <Rejected run={run} />
      </div>
    </Section>
  );
}
