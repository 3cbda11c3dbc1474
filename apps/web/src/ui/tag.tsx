import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** How a tag is meant. */
export type Tone = 'plain' | 'good' | 'info' | 'caution' | 'danger';

/** A word or two on what something is. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag ?? ''} ${styles[tone] ?? ''}`}>{children}</span>;
}
