import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRecord } from '@warren/contracts';
import { importsQuery } from '../../../api/imports.ts';
import { Button } from '../../../ui/button.tsx';
import { count, dateTime, since } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { ErrorState } from '../../../ui/states/error-state.tsx';
import { Skeletons } from '../../../ui/states/skeleton.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './history.module.css';
import { countsText, importStates } from './text.ts';
import { UndoButton } from './undo-button.tsx';

const mostShown = 10;

/** Section of the imports so far, newest first, the last of which can be undone. */
export function ImportsSection() {
  const { data, error, refetch } = useQuery(importsQuery());
  const [showsAll, setShowsAll] = useState(false);
  const imports = data?.imports ?? [];
  return (
    <Section
      title="Imports so far"
      lead="The newest can be undone: the members they added go again, and those they changed are as before."
    >
      {data === undefined && error === null && <Skeletons of="row" count={2} label="Loading the imports …" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.imports.length === 0 && <p className={styles.quiet}>Nothing was imported yet.</p>}
      {imports.length > 0 && (
        <ul className={styles.rows} aria-label="Imports so far">
          {(showsAll ? imports : imports.slice(0, mostShown)).map((record) => (
            <Row key={record.import_id} record={record} />
          ))}
        </ul>
      )}
      {imports.length > mostShown && !showsAll && (
        <Button onPress={() => setShowsAll(true)}>Show all {count(imports.length)}</Button>
      )}
    </Section>
  );
}

function Row({ record }: { record: ImportRecord }) {
  const { file_name, state, started_at, undoable } = record;
  const { name, tone } = importStates[state];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>
          {file_name === '' ? 'A file without a name' : <bdi>{file_name}</bdi>} <Tag tone={tone}>{name}</Tag>
        </p>
        <p className={styles.quiet}>
          <time dateTime={started_at} title={dateTime(started_at)}>
            {since(started_at)}
          </time>
          {': '}
          {countsText(record)}
        </p>
        {state === 'interrupted' && (
          <p className={styles.quiet}>A part of the file is stored: sending it again is safe.</p>
        )}
      </div>
      {undoable && <UndoButton record={record} />}
    </li>
  );
}
