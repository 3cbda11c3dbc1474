import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** Tone of a tag. */
export type Tone = 'plain' | 'good' | 'info' | 'caution' | 'danger';

/** Tag: a short label with a tone. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag ?? ''} ${styles[tone] ?? ''}`}>{children}</span>;
}
