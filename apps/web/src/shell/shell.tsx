import { Outlet } from '@tanstack/react-router';
import { Toasts } from '../ui/states/toasts.tsx';
import { Navigation } from './navigation.tsx';
import { SampleNote } from './sample-note.tsx';
import styles from './shell.module.css';

/** Frame of the page: skip link, navigation, and view. */
export function Shell() {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.frame}>
        <Navigation />
        <main id="main" tabIndex={-1} className={styles.main}>
          <SampleNote />
          <Outlet />
        </main>
      </div>
      <Toasts />
    </>
  );
}
