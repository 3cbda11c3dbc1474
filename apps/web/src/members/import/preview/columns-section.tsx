import { memo, useCallback, useEffect, useRef } from 'react';
import type { ColumnMapping, ColumnReport, ImportPreview } from '@warren/contracts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Choice } from '../../../ui/form/choice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './preview.module.css';
import { chosenValue, corrected, isCorrected, roleOptions } from './roles.ts';
import type { RoleValue } from './roles.ts';
import { ignoredText, isGuess } from './text.ts';

/** How each column of a file is read, with a chooser to correct it. */
export function ColumnsSection({
  preview: { reading, mapping_remembered },
  mapping,
  isAgain,
  onChange,
}: {
  preview: ImportPreview;
  /** corrections in force, or to be in force once the file was read again */
  mapping: ColumnMapping;
  isAgain: boolean;
  onChange: (mapping: ColumnMapping) => void;
}) {
  const ignored = ignoredText(reading.columns);
  const latest = useRef({ mapping, onChange });
  useEffect(() => {
    latest.current = { mapping, onChange };
  });
  // the same function each time, so that of hundreds of columns only the changed one is drawn again
  const choose = useCallback((column: ColumnReport, value: RoleValue) => {
    const { mapping: before, onChange: give } = latest.current;
    give(corrected(before, column, value));
  }, []);
  return (
    <Section
      title="Columns"
      lead="How each column is read. A choice of yours is kept for the next file with the same header."
    >
      {Object.keys(mapping).length > 0 && (
        <div className={styles.remembered}>
          <p>
            {mapping_remembered && !isAgain
              ? 'Some choices are remembered from your last import of such a file.'
              : 'Some columns are read as you chose.'}
          </p>
          <Button kind="bare" onPress={() => onChange({})}>
            Forget these choices
          </Button>
        </div>
      )}
      {reading.columns.length === 0 ? (
        <p>The file has no columns.</p>
      ) : (
        <table className={styles.columns} aria-busy={isAgain}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Examples</th>
              <th scope="col">Read as</th>
            </tr>
          </thead>
          <tbody>
            {reading.columns.map((column) => (
              <Column
                key={column.name}
                column={column}
                value={chosenValue(column, mapping)}
                isChosen={isCorrected(mapping, column)}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
      )}
      {ignored !== undefined && <p className={styles.quiet}>{ignored}</p>}
    </Section>
  );
}

const Column = memo(function Column({
  column,
  value,
  isChosen,
  onChoose,
}: {
  column: ColumnReport;
  value: RoleValue;
  isChosen: boolean;
  onChoose: (column: ColumnReport, value: RoleValue) => void;
}) {
  const { name, examples, reason } = column;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        {examples.length === 0 ? <span className={styles.quiet}>empty</span> : <Chips labels={examples} />}
      </td>
      <td className={styles.role}>
        <Choice
          label={
            <>
              Read as{' '}
              <span className="unseen">
                <bdi>{name}</bdi>
              </span>
            </>
          }
          value={value}
          options={roleOptions(column, isChosen)}
          onChange={(chosen) => onChoose(column, chosen)}
        />
        {!isChosen && isGuess(column) && <Tag tone="caution">A guess: please check</Tag>}
        <p className={styles.quiet} dir="auto">
          {isChosen ? 'As you chose.' : reason}
        </p>
      </td>
    </tr>
  );
});
