import styles from './import.module.css';

const names = { file: 'File', preview: 'Preview', report: 'Report' } as const;

/** Steps of an import. */
export type ImportStep = keyof typeof names;

/** Row of the steps of an import, with the current one marked. */
export function ImportSteps({ current }: { current: ImportStep }) {
  return (
    <ol className={styles.steps} aria-label="Steps of an import">
      {Object.entries(names).map(([step, name], index) => (
        <li key={step} {...(step === current && { 'aria-current': 'step' })}>
          <span className={styles.number}>{index + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  );
}
