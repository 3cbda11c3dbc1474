import { Link } from '@tanstack/react-router';
import type { SavedPattern } from '@warren/contracts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './run.module.css';

/** Patterns that a run saved. */
export function SavedSection({ patterns }: { patterns: readonly SavedPattern[] }) {
  return (
    <Section title="Saved">
      {patterns.length === 0 ? (
        <p className={styles.quiet}>Nothing.</p>
      ) : (
        <ul className={styles.list}>
          {patterns.map(({ id, name, created }) => (
            <li key={id} className={styles.pattern}>
              <Link to="/patterns/$patternId" params={{ patternId: id }}>
                <bdi>{name}</bdi>
              </Link>
              <Tag tone={created ? 'good' : 'plain'}>{created ? 'new' : 'met again'}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
