import type { RejectionsByReason } from '@warren/contracts';
import { counted } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import styles from './preview.module.css';
import { linesText, reasonText } from './text.ts';

/** Lines that would not be taken, or not whole, by reason. */
export function RejectedSection({ rejected }: { rejected: readonly RejectionsByReason[] }) {
  return (
    <Section title="What would not be taken">
      <table className={styles.rejected}>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Member</th>
            <th scope="col">Lines</th>
          </tr>
        </thead>
        <tbody>
          {rejected.map(({ reason, taken, lines, first }, index) => (
            <tr key={index}>
              <td dir="auto">{reasonText(reason)}</td>
              <td>{taken ? 'taken without it' : 'not taken'}</td>
              <td>
                {counted(lines, 'line')}
                <span className={styles.quiet}>{linesText({ first, lines })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
