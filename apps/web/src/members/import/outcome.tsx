import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { count } from '../../ui/format.ts';
import styles from './outcome.module.css';

/** Says in one sentence what an import does or did, and whether all of it is well. */
export function Verdict({ isAll, children }: { isAll: boolean; children: ReactNode }) {
  const Icon = isAll ? CircleCheck : TriangleAlert;
  return (
    <p role="status" className={styles.verdict} data-all={isAll}>
      <Icon size={20} aria-hidden />
      {children}
    </p>
  );
}

/** The figures of an import, each with its name. */
export function Figures({ figures }: { figures: readonly (readonly [name: string, value: number])[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
