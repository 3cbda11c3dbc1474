import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { RequestFailed } from '../api/failure.ts';
import { meQuery } from '../api/me.ts';
import { ForRole } from '../ui/for-role.tsx';
import { PageSkeleton } from '../ui/states/skeleton.tsx';
import { Toasts } from '../ui/states/toasts.tsx';
import { Navigation } from './navigation.tsx';
import { NotAdmitted } from './not-admitted.tsx';
import { NotForRole } from './not-for-role.tsx';
import { SampleNote } from './sample-note.tsx';
import styles from './shell.module.css';
import { views } from './views.ts';

/** Frame of the page: skip link, navigation, and view; for somebody who is not admitted only that it is so. */
export function Shell() {
  const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  const role = views.find(({ to }) => path.startsWith(to))?.role ?? 'viewer';
  const { data: me, error, isPending, failureCount } = useQuery(meQuery());
  const refusal =
    error instanceof RequestFailed && [401, 403].includes(error.status ?? 0) ? error : undefined;
  if (refusal !== undefined) {
    return (
      <>
        <main id="main" tabIndex={-1} className={styles.main}>
          <NotAdmitted failure={refusal} />
        </main>
        <Toasts />
      </>
    );
  }
  // where the server does not answer, each view says so
  if (isPending && failureCount === 0) {
    return (
      <main id="main" tabIndex={-1} className={styles.main}>
        <PageSkeleton />
      </main>
    );
  }
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.frame}>
        <Navigation me={me} />
        <main id="main" tabIndex={-1} className={styles.main}>
          <SampleNote />
          <ForRole role={role} others={<NotForRole role={role} />}>
            <Outlet />
          </ForRole>
        </main>
      </div>
      <Toasts />
    </>
  );
}
