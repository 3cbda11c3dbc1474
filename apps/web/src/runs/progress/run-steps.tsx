import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Run, RunProgress } from '@warren/contracts';
import { timeOfDay } from '../../ui/format.ts';
import styles from './run-steps.module.css';
import type { Progress } from './use-run-progress.ts';

const stepText: Record<RunProgress['step'], string> = {
  snapshot: 'Looking on',
  queued: 'Waiting for a worker',
  started: 'Started',
  analysed: 'The membership is analysed',
  thinking: 'The analyst thinks',
  tool: 'The analyst looks something up',
  saved: 'A pattern is saved',
  refused: 'An attempt was refused',
  measured: 'Patterns are evaluated again',
  introduced: 'Introductions are proposed',
  ended: 'Ended',
};

/** Progress of a run, newest step first. */
export function RunSteps({ run, progress }: { run: Run; progress: Progress }) {
  const latest = progress.steps.at(-1);
  const now = latest === undefined ? 'Looking on' : textOf(latest);
  return (
    <div className={styles.steps}>
      <ProgressBar isIndeterminate aria-label={`Run ${run.id} is at work`} className={styles.bar ?? ''}>
        <div className={styles.track}>
          <div className={styles.mover} />
        </div>
      </ProgressBar>
      <p role="status" className={styles.now}>
        {progress.connected
          ? now
          : 'The connection is gone; the page listens again as soon as the server is back.'}
      </p>
      {run.reason !== null && <p className={styles.reason}>{run.reason}</p>}
      <ol className={styles.list} aria-label="Steps, the newest first" tabIndex={0}>
        {progress.steps.toReversed().map((step, index) => (
          <li key={progress.steps.length - index} data-step={step.step}>
            <time dateTime={step.at}>{timeOfDay(step.at)}</time>
            <span dir="auto">{textOf(step)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function textOf({ step, message }: RunProgress): string {
  return message === '' ? stepText[step] : message;
}
