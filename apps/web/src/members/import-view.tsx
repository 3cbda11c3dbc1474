import { useState } from 'react';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { ConfirmAbsent } from './import/confirm-absent.tsx';
import { DropArea } from './import/drop-area.tsx';
import { ImportProgress } from './import/import-progress.tsx';
import { ImportReport } from './import/import-report.tsx';
import styles from './import/import.module.css';
import { useImport } from './import/use-import.ts';

/** View that imports a file of members. */
export function ImportView() {
  const { file, progress, answer, error, busy, start, confirm, stop } = useImport();
  const [cancelAbsent, setCancelAbsent] = useState(false);
  return (
    <Page
      title="Import members"
      back={{ to: '/members', name: 'All members' }}
      lead="Bring in a file as often as you like: who is known is updated, who is new is added, what the file does not say stays, and a bad line never loses a good one."
    >
      <Section title="File">
        {busy && file !== undefined ? (
          <ImportProgress file={file} progress={progress} onStop={stop} />
        ) : (
          <>
            <DropArea onFile={(given) => start(given, cancelAbsent)} />
            <label className={styles.absent}>
              <input
                type="checkbox"
                checked={cancelAbsent}
                onChange={(event) => setCancelAbsent(event.target.checked)}
              />
              <span>The file holds the whole membership: mark who is not in it as gone.</span>
            </label>
          </>
        )}
      </Section>
      {error !== null && !busy && <ErrorState error={error} />}
      {answer !== undefined && !busy && (
        <>
          <ImportReport answer={answer} />
          <ConfirmAbsent answer={answer} onConfirm={confirm} />
        </>
      )}
    </Page>
  );
}
