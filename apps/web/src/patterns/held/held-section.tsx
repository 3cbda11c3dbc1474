import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Pattern } from '@warren/contracts';
import { heldPatternsQuery } from '../../api/patterns.ts';
import { counted } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { HeldActions } from './held-actions.tsx';
import { HeldReasons } from './held-reasons.tsx';
import styles from './held.module.css';

/** Patterns that wait for the operator, with the reasons; nothing where none does. */
export function HeldSection() {
  const { data: patterns = [] } = useQuery(heldPatternsQuery);
  if (patterns.length === 0) {
    return null;
  }
  return (
    <Section
      title="Held for you"
      lead="A check found something in these that people are not told of unasked. No event and no question tells of them, until you release them."
    >
      <ul className={styles.list}>
        {patterns.map((pattern) => (
          <HeldPattern key={pattern.id} pattern={pattern} />
        ))}
      </ul>
    </Section>
  );
}

function HeldPattern({ pattern }: { pattern: Pattern }) {
  const { id, name, member_count } = pattern;
  return (
    <li className={styles.pattern}>
      <div className={styles.text}>
        <h3 className={styles.name}>
          <Link to="/patterns/$patternId" params={{ patternId: id }}>
            <bdi>{name}</bdi>
          </Link>
        </h3>
        <HeldReasons pattern={pattern} />
        <p className={styles.quiet}>{counted(member_count, 'member')}</p>
      </div>
      <div className={styles.actions}>
        <HeldActions pattern={pattern} />
      </div>
    </li>
  );
}
