import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { hasEnded } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { RequestFailed } from '../api/failure.ts';
import { runQuery } from '../api/runs.ts';
import { LinkButton } from '../ui/button.tsx';
import { ForRole } from '../ui/for-role.tsx';
import { dateTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageSkeleton } from '../ui/states/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { CancelButton } from './progress/cancel-button.tsx';
import { RunOutcome } from './progress/run-outcome.tsx';
import { RunSteps } from './progress/run-steps.tsx';
import { useRunProgress } from './progress/use-run-progress.ts';
import { ReadingSection } from './reading-section.tsx';
import { RejectedSection } from './rejected-section.tsx';
import { ReplayPanel } from './replay-panel.tsx';
import { Particulars } from './run-details.tsx';
import styles from './run.module.css';
import { SavedSection } from './saved-section.tsx';
import { statusText } from './status-text.ts';
import { kindText } from './text.ts';
import { ThemesSection } from './themes-section.tsx';

const route = getRouteApi('/runs/$runId');
const back = { to: '/runs', name: 'All runs' } as const;

/** View of one run: progress or outcome, spend, saved patterns, and rejected saves; for viewers progress and spend. */
export function RunView() {
  const { runId } = route.useParams();
  const { data: run, error, refetch } = useQuery(runQuery(runId));
  if (run === undefined) {
    return error === null ? <PageSkeleton /> : <Missing error={error} onRetry={() => void refetch()} />;
  }
  return <KnownRun key={runId} run={run} />;
}

function KnownRun({ run }: { run: Run }) {
  const ended = hasEnded(run.status);
  const progress = useRunProgress(run.id, ended);
  const latest = progress.steps.at(-1);
  // progress is newer than the run as last read
  const now = ended || latest === undefined ? run : { ...run, spend: latest.spend, turns: latest.turns };
  const status = statusText[run.status];
  return (
    <Page
      title={`Run ${run.id}`}
      back={back}
      lead={
        <div className={styles.lead}>
          <Tag tone={status.tone}>{status.name}</Tag>
          <span>{kindText[run.kind]}</span>
          <time dateTime={run.created_at}>{dateTime(run.created_at)}</time>
        </div>
      }
      actions={
        !ended && (
          <ForRole role="operator">
            <CancelButton id={run.id} />
          </ForRole>
        )
      }
    >
      {!ended && (
        <Section title="What it does">
          <RunSteps run={run} progress={progress} />
        </Section>
      )}
      {ended && (
        <ForRole role="operator">
          {canContinue(run) ? (
            <ReplayPanel run={run} />
          ) : (
            <Section title="What came of it">
              <RunOutcome run={run} />
            </Section>
          )}
        </ForRole>
      )}
      <div className={styles.columns}>
        <Particulars run={now} />
        <ForRole role="operator">
          <div className={styles.column}>
            <SavedSection patterns={run.patterns} />
            <RejectedSection rejected={run.rejected} />
            {run.reading !== null && <ReadingSection reading={run.reading} />}
            {run.themes !== null && <ThemesSection themes={run.themes} />}
            {run.response_text !== '' && (
              <Section title="In the analyst’s words">
                <p dir="auto" className={styles.text}>
                  {run.response_text}
                </p>
              </Section>
            )}
          </div>
        </ForRole>
      </div>
    </Page>
  );
}

function canContinue({ status }: Run): boolean {
  return status === 'parked' || status === 'budget_exhausted';
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isMissing = error instanceof RequestFailed && (error.status === 404 || error.status === 422);
  return (
    <Page title="Run" back={back}>
      <ErrorState
        error={error}
        {...(isMissing ? { action: <LinkButton to="/runs">To the runs</LinkButton> } : { onRetry })}
      />
    </Page>
  );
}
