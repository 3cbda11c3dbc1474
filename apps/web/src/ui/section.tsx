import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './section.module.css';

/** Section of a view on a card, with a heading. */
export function Section({
  title,
  lead,
  actions,
  takesFocus = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** moves the focus to the heading, if the section replaces what had it */
  takesFocus?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) {
      heading.current?.focus();
    }
  }, [takesFocus]);
  return (
    <section aria-labelledby={id} className={styles.section} data-paper>
      <header className={styles.header}>
        <h2 id={id} ref={heading} {...(takesFocus && { tabIndex: -1 })}>
          {title}
        </h2>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </section>
  );
}
