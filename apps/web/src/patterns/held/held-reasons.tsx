import type { Pattern } from '@warren/contracts';
import { reasonText } from '../text.ts';
import styles from './held.module.css';

/** Why a pattern waits for the operator. */
export function HeldReasons({ pattern }: { pattern: Pattern }) {
  return (
    <ul className={styles.reasons}>
      {(pattern.held?.reasons ?? []).map((reason, index) => (
        <li key={index}>
          {reasonText(reason)}
          {reason.words !== '' && (
            <>
              : <q dir="auto">{reason.words}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
