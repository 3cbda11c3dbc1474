import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { communityNameQuery } from '../api/community.ts';
import { ForRole } from '../ui/for-role.tsx';
import styles from './sample-note.module.css';

/** Says that the members are made up, where they are, and how to bring in others. */
export function SampleNote() {
  const { data } = useQuery(communityNameQuery());
  return data?.sample === true ? (
    <p className={styles.note}>
      <FlaskConical size={16} aria-hidden />
      <span>
        A made-up sample
        <ForRole role="operator">
          : <Link to="/members/import">bring your own</Link>
        </ForRole>
        .
      </span>
    </p>
  ) : null;
}
