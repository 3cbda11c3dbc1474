import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './page.module.css';

let isFirstView = true;

/** Frame of a view: title (also of the tab), lead, actions, and content. */
export function Page({
  title,
  tab = title,
  lead,
  actions,
  back,
  children,
}: {
  title: string;
  /** title of the tab, if the heading is a person's name: the browser keeps titles in its history */
  tab?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { to: LinkProps['to']; name: string };
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Warren`;
  }, [tab]);
  useEffect(() => {
    // moves the focus of screen readers and keyboards to the new view's title, except on the first view
    if (!isFirstView) {
      heading.current?.focus({ preventScroll: true });
    }
    isFirstView = false;
  }, []);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.text}>
          {back !== undefined && (
            <Link to={back.to} className={styles.back}>
              <ArrowLeft size={16} aria-hidden />
              {back.name}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
