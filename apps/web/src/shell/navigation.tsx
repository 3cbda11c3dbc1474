import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, Upload, UserRound } from 'lucide-react';
import { hasEnded, includesRole } from '@warren/contracts';
import type { Me } from '@warren/contracts';
import { communityNameQuery } from '../api/community.ts';
import { runsQuery } from '../api/runs.ts';
import { LinkButton } from '../ui/button.tsx';
import { ForRole } from '../ui/for-role.tsx';
import { LogOutButton } from './log-out-button.tsx';
import styles from './navigation.module.css';
import { ThemeChoice } from './theme-choice.tsx';
import { views } from './views.ts';

/**
 * Navigation: a column beside the view; on a phone above it, in a row at the bottom of the screen, and below it.
 * @param me who uses the page; undefined while that is not known
 */
export function Navigation({ me }: { me: Me | undefined }) {
  const { data: runs } = useQuery(runsQuery({ limit: 20 }));
  const { data: community } = useQuery(communityNameQuery());
  const atWork = runs?.some(({ status }) => !hasEnded(status)) === true;
  const shown = views.filter(({ role }) => me === undefined || includesRole(me.role, role));
  return (
    <header className={styles.side}>
      <div className={styles.top}>
        <Link to="/patterns" className={styles.brand}>
          <img src="/app/icon.svg" alt="" width="28" height="28" />
          <span className={styles.names}>
            Warren
            {community !== undefined && community.name !== '' && (
              <span className={styles.community}>
                <span className="unseen">, community </span>
                <bdi>{community.name}</bdi>
              </span>
            )}
          </span>
        </Link>
        <ForRole role="operator">
          <LinkButton to="/members/import">
            <Upload size={16} aria-hidden />
            Import
          </LinkButton>
        </ForRole>
      </div>
      <nav aria-label="Views" className={styles.views}>
        <ul>
          {shown.map(({ to, name, Icon }) => (
            <li key={to}>
              <Link to={to} className={styles.view} activeProps={{ 'aria-current': 'page' }}>
                <Icon size={20} strokeWidth={1.75} aria-hidden />
                <span>{name}</span>
                {to === '/discover' && atWork && (
                  <span className={styles.atWork}>
                    <span className="unseen">, a run is at work</span>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {me !== undefined && (me.kind === 'person' || me.logs_out) && (
        <div className={styles.person}>
          <UserRound size={16} strokeWidth={1.75} aria-hidden />
          <span className="unseen">Logged in as </span>
          <bdi>{me.name}</bdi>
          {me.logs_out && <LogOutButton />}
        </div>
      )}
      <div className={styles.foot}>
        <a href="/docs" className={styles.docs}>
          <BookOpen size={16} strokeWidth={1.75} aria-hidden />
          API
        </a>
        <ThemeChoice />
      </div>
    </header>
  );
}
