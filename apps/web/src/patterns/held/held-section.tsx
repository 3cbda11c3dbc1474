import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, Send } from 'lucide-react';
import type { Pattern } from '@warren/contracts';
import { heldPatternsQuery } from '../../api/patterns.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { usePatternChange } from '../detail/use-pattern-change.ts';
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
  const change = usePatternChange(pattern.id);
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
        <Button
          isDisabled={change.isPending}
          aria-label={`Release ${name}`}
          onPress={() =>
            change.mutate({ patch: { held: false }, done: 'Released: events and questions tell of it.' })
          }
        >
          <Send size={16} aria-hidden />
          Release
        </Button>
        <Button
          isDisabled={change.isPending}
          aria-label={`Dismiss ${name}`}
          onPress={() =>
            change.mutate({
              patch: { is_active: false },
              done: 'Dismissed: no run brings it back.',
              undo: { is_active: true },
            })
          }
        >
          <Archive size={16} aria-hidden />
          Dismiss
        </Button>
      </div>
    </li>
  );
}
