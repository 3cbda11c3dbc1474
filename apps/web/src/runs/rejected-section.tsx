import type { RejectedSave } from '@warren/contracts';
import { timeOfDay } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './run.module.css';
import { rejectionLabels } from './text.ts';

/** Saves of the analyst that were rejected, with the reasons. */
export function RejectedSection({ rejected }: { rejected: readonly RejectedSave[] }) {
  return (
    <Section title="Refused">
      {rejected.length === 0 ? (
        <p className={styles.quiet}>Nothing.</p>
      ) : (
        <ul className={styles.list}>
          {rejected.map(({ name, kind, ground, reason, at }, index) => (
            <li key={`${at} ${index}`} className={styles.rejected}>
              <p className={styles.saved}>
                <strong>
                  <bdi>{name === '' ? 'An attempt' : name}</bdi>
                </strong>
                <Tag tone="caution">{rejectionLabels[kind]}</Tag>
                <time dateTime={at} className={styles.quiet}>
                  {timeOfDay(at)}
                </time>
              </p>
              <p dir="auto">{reason}</p>
              {ground !== null && (
                <p className={styles.quiet}>
                  It stood on <bdi>{ground}</bdi>.
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
