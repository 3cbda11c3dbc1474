import { Link } from '@tanstack/react-router';
import { hasEnded } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { ForRole } from '../ui/for-role.tsx';
import { dateTime, dollars, duration, since } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './runs.module.css';
import { statusText } from './status-text.ts';
import { analystName, outcomeText } from './text.ts';

/** Row of a run in the list. */
export function RunRow({ run }: { run: Run }) {
  const status = statusText[run.status];
  const { cost_usd } = run.spend;
  return (
    <li className={styles.row}>
      <div className={styles.which}>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={`whole ${styles.link ?? ''}`}>
          Run {run.id}
        </Link>
        <Tag tone={status.tone}>{status.name}</Tag>
      </div>
      <div className={styles.came}>
        <ForRole role="operator">
          <p>{outcomeText(run)}</p>
        </ForRole>
        {run.reason !== null && (
          <p className={styles.reason} dir="auto">
            {run.reason}
          </p>
        )}
      </div>
      <p className={styles.who}>
        <bdi>{analystName(run)}</bdi>
        {run.analyst !== 'statistical' && cost_usd !== null && <span>{dollars(cost_usd)}</span>}
      </p>
      <p className={styles.when}>
        <time dateTime={run.created_at} title={dateTime(run.created_at)}>
          {since(run.created_at)}
        </time>
        {run.started_at !== null && run.finished_at !== null && hasEnded(run.status) && (
          <span>{duration(run.started_at, run.finished_at)}</span>
        )}
      </p>
    </li>
  );
}
