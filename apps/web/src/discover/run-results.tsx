import { Link } from '@tanstack/react-router';
import type { Run } from '@warren/contracts';
import { Tag } from '../ui/tag.tsx';
import styles from './discover.module.css';

/** Patterns that a run has saved so far. */
export function Saved({ run: { patterns } }: { run: Run }) {
  if (patterns.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>Saved</h3>
      <ul className={styles.list}>
        {patterns.map(({ id, name, created }) => (
          <li key={id}>
            <Link to="/patterns/$patternId" params={{ patternId: id }}>
              <bdi>{name}</bdi>
            </Link>{' '}
            <Tag tone={created ? 'good' : 'plain'}>{created ? 'new' : 'met again'}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Saves of the analyst that were rejected, with the reasons. */
export function Rejected({ run: { rejected } }: { run: Run }) {
  if (rejected.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>Refused</h3>
      <ul className={styles.list}>
        {rejected.map(({ name, reason, at }, index) => (
          <li key={`${at} ${index}`}>
            <strong>
              <bdi>{name === '' ? 'An attempt' : name}</bdi>
            </strong>
            <p className={styles.quiet} dir="auto">
              {reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
