import { useState } from 'react';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { ConfirmAbsent } from './import/confirm-absent.tsx';
import { DropArea } from './import/drop-area.tsx';
import { ImportsSection } from './import/history/imports-section.tsx';
import { ImportOptions } from './import/import-options.tsx';
import { ImportProgress } from './import/import-progress.tsx';
import { ImportReport } from './import/import-report.tsx';
import { ImportSteps } from './import/import-steps.tsx';
import { Preview } from './import/preview/preview.tsx';
import { useImport } from './import/use-import.ts';
import type { Import } from './import/use-import.ts';

/** View that imports a file of members: it is chosen, previewed and corrected, and taken. */
export function ImportView() {
  const state = useImport();
  const { file, answer, error, activity } = state;
  const step = answer !== undefined ? 'report' : file !== undefined ? 'preview' : 'file';
  return (
    <Page
      title="Import members"
      back={{ to: '/members', name: 'All members' }}
      lead="Choose a file, see how Warren reads it, then import it: nothing is stored before. Members who are known are updated, new ones are added, and what the file does not say stays as it is."
    >
      <ImportSteps current={step} />
      {activity !== 'importing' && error !== null && <ErrorState error={error} />}
      {step === 'file' && <FileStep state={state} />}
      {step === 'preview' && <PreviewStep state={state} />}
      {answer !== undefined && activity === undefined && (
        <>
          <ImportReport answer={answer} onAnother={state.reset} />
          <LateConfirm state={state} />
        </>
      )}
      {step === 'file' && <ImportsSection />}
    </Page>
  );
}

function FileStep({ state: { options, choose, change, isAgain } }: { state: Import }) {
  return (
    <Section title="File" takesFocus={isAgain}>
      <DropArea onFile={choose} />
      <ImportOptions options={options} onChange={change} />
    </Section>
  );
}

function PreviewStep({ state }: { state: Import }) {
  const { file, preview, activity, progress, stop } = state;
  if (file === undefined) {
    return null;
  }
  if (preview === undefined || activity === 'importing') {
    const isPreview = activity !== 'importing';
    return (
      <Section title={isPreview ? 'Reading the file' : 'Importing'} takesFocus>
        <ImportProgress file={file} progress={progress} isPreview={isPreview} onStop={stop} />
      </Section>
    );
  }
  return <Preview file={file} preview={preview} state={state} />;
}

/** Asks for a confirmation that the import needed and its preview had not foreseen. */
function LateConfirm({ state: { answer, preview, run } }: { state: Import }) {
  const [isOpen, setOpen] = useState(true);
  const { absent, absent_of } = answer ?? {};
  if (!isOpen || absent === undefined || absent_of === undefined || preview?.absent === absent) {
    return null;
  }
  return (
    <ConfirmAbsent
      absent={absent}
      of={absent_of}
      onConfirm={() => run(absent)}
      onKeep={() => setOpen(false)}
      onClose={() => setOpen(false)}
    />
  );
}
