import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { MemberField } from '@warren/contracts';
import type { ImportAnswer } from '@warren/contracts';
import { importsQuery } from '../../api/imports.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { count, counted } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Section } from '../../ui/section.tsx';
import { memberFieldNames } from '../field-names.ts';
import { UndoButton } from './history/undo-button.tsx';
import { importNotes } from './import-notes.ts';
import styles from './import.module.css';
import { Figures, Verdict } from './outcome.tsx';
import { rejectedAsCsv } from './rejected-csv.ts';

const mostShown = 50;

/** Report of an import, with the lines and fields that were rejected. */
export function ImportReport({ answer, onAnother }: { answer: ImportAnswer; onAnother: () => void }) {
  const { created, updated, unchanged, rejected_lines, taken_without, cancelled } = answer;
  const remarks = importNotes(answer);
  const isAll = rejected_lines === 0 && remarks.length === 0;
  const figures: [string, number][] = [
    ['New', created],
    ['Changed', updated],
    ['As they were', unchanged],
    ...(taken_without === 0 ? [] : ([['Taken in part', taken_without]] satisfies [string, number][])),
    ['Not taken', rejected_lines],
    ...(cancelled === undefined ? [] : ([['Marked as gone', cancelled]] satisfies [string, number][])),
  ];
  const taken = created + updated + unchanged;
  return (
    <Section title="What came of it" takesFocus>
      <Verdict isAll={isAll}>
        {rejected_lines === 0
          ? `Every member of the file was taken${taken_without === 0 ? '' : ', though some not in full'}: ${count(taken)}.`
          : `${counted(taken, 'member')} taken, ${counted(rejected_lines, 'line')} not.`}
      </Verdict>
      <Figures figures={figures} />
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {answer.rejected.length > 0 && <Rejected rejected={answer.rejected} />}
      <div className={styles.next}>
        <LinkButton kind="first" to="/discover">
          Look for patterns
        </LinkButton>
        <LinkButton to="/members">See the members</LinkButton>
        <Button onPress={onAnother}>Import another file</Button>
        <Undo id={answer.import_id} onUndone={onAnother} />
      </div>
    </Section>
  );
}

function fieldName(field: string): string {
  const known = MemberField.safeParse(field).data;
  return known === undefined ? (field === 'line' ? 'the whole line' : field) : memberFieldNames[known];
}

function Undo({ id, onUndone }: { id: string; onUndone: () => void }) {
  const { data } = useQuery(importsQuery());
  const record = data?.imports.find(({ import_id }) => import_id === id);
  return record?.undoable === true ? <UndoButton record={record} onUndone={onUndone} /> : null;
}

function Rejected({ rejected }: Pick<ImportAnswer, 'rejected'>) {
  return (
    <div className={styles.rejected}>
      <div className={styles.foot}>
        <h3>What was not taken</h3>
        <Button onPress={() => saveFile('rejected-lines.csv', 'text/csv', rejectedAsCsv(rejected))}>
          <Download size={16} aria-hidden />
          All of them as CSV
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Field</th>
            <th scope="col">Member</th>
            <th scope="col">What to change</th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, mostShown).map(({ line, field, reason, taken }, index) => (
            <tr key={index}>
              <td>{count(line)}</td>
              <td>
                <bdi>{fieldName(field)}</bdi>
              </td>
              <td>{taken ? 'taken without it' : 'not taken'}</td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejected.length > mostShown && (
        <p className={styles.quiet}>
          The first {mostShown} of {count(rejected.length)}; the file has them all.
        </p>
      )}
    </div>
  );
}
