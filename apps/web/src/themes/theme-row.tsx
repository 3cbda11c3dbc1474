import { Link } from '@tanstack/react-router';
import type { Theme } from '@warren/contracts';
import { Tag } from '../ui/tag.tsx';
import { membersText, sides, testsText } from './text.ts';
import styles from './themes.module.css';

/** A theme in the list: what it is, who carries it, and whether it is tested. */
export function ThemeRow({ theme }: { theme: Theme }) {
  const { id, label, side, definition, status, merged_into } = theme;
  return (
    <li className={styles.row}>
      <p className={styles.name}>
        <Link to="/themes/$themeId" params={{ themeId: id }} className={`whole ${styles.link ?? ''}`}>
          <bdi>{label}</bdi>
        </Link>
        <Tag>{sides[side]}</Tag>
        {status === 'dismissed' && <Tag tone="caution">Not useful</Tag>}
        {merged_into !== null && <Tag tone="info">Means the same as something listed</Tag>}
      </p>
      <p dir="auto">{definition}</p>
      <p className={styles.quiet}>{membersText(theme)}</p>
      <p className={styles.quiet}>{testsText(theme)}</p>
    </li>
  );
}
