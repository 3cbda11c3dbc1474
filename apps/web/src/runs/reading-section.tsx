import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RunReading } from '@warren/contracts';
import { Button } from '../ui/button.tsx';
import { count } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { readingText } from './reading-text.ts';
import styles from './run.module.css';

const firstShown = 24;

/** How much of what members write was read, and who was never read. */
export function ReadingSection({ reading }: { reading: RunReading }) {
  const { unread, unread_member_ids: ids = [] } = reading;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ids : ids.slice(0, firstShown);
  return (
    <Section title="What was read">
      {readingText(reading).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {shown.length > 0 && (
        <ul className={styles.unread} aria-label="Never read">
          {shown.map((id) => (
            <li key={id}>
              <Link to="/members/$memberId" params={{ memberId: id }}>
                Member {id}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {shown.length < ids.length && (
        <p>
          <Button onPress={() => setWhole(true)}>Show all {count(ids.length)}</Button>
        </p>
      )}
      {isWhole && ids.length < unread && (
        <p className={styles.quiet}>These are the {count(ids.length)} newest of them.</p>
      )}
    </Section>
  );
}
