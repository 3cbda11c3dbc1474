import { useState } from 'react';
import type { ImportPreview } from '@warren/contracts';
import { Button } from '../../../ui/button.tsx';
import { counted } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { ConfirmAbsent } from '../confirm-absent.tsx';
import { ImportOptions } from '../import-options.tsx';
import { Figures, Verdict } from '../outcome.tsx';
import type { Import } from '../use-import.ts';
import { ColumnsSection } from './columns-section.tsx';
import { FacetsSection } from './facets-section.tsx';
import { FirstMembers } from './first-members.tsx';
import styles from './preview.module.css';
import { RejectedSection } from './rejected-section.tsx';
import { analysedText, identityText, importLabel, warningsOf } from './text.ts';

/** What importing a file would do, and how its columns are read; both can be changed before it is done. */
export function Preview({ file, preview, state }: { file: File; preview: ImportPreview; state: Import }) {
  const { reading } = preview;
  const isAgain = state.activity === 'previewing';
  return (
    <>
      <Section title="What this file would do" takesFocus>
        <p>
          <strong>
            <bdi>{file.name}</bdi>
          </strong>
          : {reading.format}, {counted(reading.rows, 'row')}. {identityText(reading.identity)}
        </p>
        {reading.notes.length > 0 && (
          <ul className={styles.notes} aria-label="How it was read">
            {reading.notes.map((note, index) => (
              <li key={index} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        )}
        <Summary preview={preview} isAgain={isAgain} />
        <Changes preview={preview} />
        <ImportOptions options={state.options} onChange={state.change} />
        <Actions preview={preview} state={state} />
      </Section>
      <ColumnsSection
        preview={preview}
        mapping={state.options.mapping ?? preview.mapping}
        isAgain={isAgain}
        onChange={(mapping) => state.change({ ...state.options, mapping })}
      />
      {preview.rejected.length > 0 && <RejectedSection rejected={preview.rejected} />}
      <FirstMembers preview={preview} />
      <FacetsSection preview={preview} />
    </>
  );
}

function Summary({ preview, isAgain }: { preview: ImportPreview; isAgain: boolean }) {
  const warnings = warningsOf(preview);
  return (
    <>
      <Verdict isAll={warnings.length === 0}>
        {isAgain ? 'Reading the file again …' : `${counted(preview.members, 'member')} read from this file.`}
      </Verdict>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Before you import">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Changes({ preview }: { preview: ImportPreview }) {
  const { created, updated, unchanged, rejected_lines } = preview;
  const analysed = analysedText(preview);
  const figures: [string, number][] = [
    ['New', created],
    ['Changed', updated],
    ['As they were', unchanged],
    ['Lines not taken', rejected_lines],
  ];
  return (
    <>
      <Figures figures={figures} />
      {analysed !== undefined && <p>{analysed}</p>}
    </>
  );
}

function Actions({ preview, state }: { preview: ImportPreview; state: Import }) {
  const [asks, setAsks] = useState(false);
  const { members, absent = 0, absent_of } = preview;
  const run = (confirm?: number): void => {
    setAsks(false);
    state.run(confirm);
  };
  return (
    <div className={styles.actions}>
      <Button
        kind="first"
        isDisabled={members === 0 || !state.isCurrent}
        onPress={() => (absent_of === undefined ? run() : setAsks(true))}
      >
        {importLabel(members)}
      </Button>
      <Button onPress={state.reset}>Another file</Button>
      {asks && absent_of !== undefined && (
        <ConfirmAbsent
          absent={absent}
          of={absent_of}
          onConfirm={() => run(absent)}
          onKeep={() => run()}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
