import type { Reading } from '@warren/contracts';
import { date } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { objectionsOf, readingText } from '../text.ts';
import styles from './pattern-view.module.css';

/** What a second reader said of a pattern's words. */
export function ReadingSection({ reading }: { reading: Reading }) {
  const objections = objectionsOf(reading);
  return (
    <Section title="Second reader" lead="Knows the pattern and its evidence, and not who wrote it.">
      <p>{readingText(reading)}</p>
      {objections.length > 0 && (
        <ul className={styles.objections}>
          {objections.map(({ what, words }, index) => (
            <li key={index}>
              {what}
              {words !== '' && (
                <>
                  : <q dir="auto">{words}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {reading.model !== null && (
        <p className={styles.readBy}>
          {reading.model}, {date(reading.at)}
        </p>
      )}
    </Section>
  );
}
