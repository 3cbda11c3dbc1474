import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Pattern, PatternHistory } from '@warren/contracts';
import { memberQuery } from '../../api/members.ts';
import { count, counted } from '../../ui/format.ts';
import { Person } from '../../ui/person.tsx';
import listStyles from './history.module.css';

const shown = 8;

/** Members who joined and left since the run that the pattern is compared with: how many, and by name where these are told. */
export function Changes({ pattern, history }: { pattern: Pattern; history: PatternHistory }) {
  const { since_run_id, joined_count, left_count } = pattern;
  const { joined, left } = history;
  if (since_run_id === null) {
    return null;
  }
  const run = (
    <Link to="/runs/$runId" params={{ runId: since_run_id }}>
      run {since_run_id}
    </Link>
  );
  if (joined_count + left_count === 0) {
    return <p className={listStyles.quiet}>The same members as in {run}.</p>;
  }
  return (
    <div className={listStyles.changes}>
      <p>
        Since {run}: {counted(joined_count, 'member')} joined, {count(left_count)} left.
      </p>
      {joined.length > 0 && <Names of="Joined" ids={joined} />}
      {left.length > 0 && <Names of="Left" ids={left} />}
    </div>
  );
}

function Names({ of, ids }: { of: string; ids: readonly number[] }) {
  const more = ids.length - shown;
  return (
    <p>
      <span className={listStyles.quiet}>{of}:</span>{' '}
      {ids.slice(0, shown).map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Name id={id} />
        </span>
      ))}
      {more > 0 && ` and ${count(more)} more`}
    </p>
  );
}

/** Name of a member, or the id if the name is not loaded or the member was erased. */
function Name({ id }: { id: number }) {
  const { data } = useQuery({ ...memberQuery(id), refetchInterval: false });
  return <Person member={data ?? { id, first_name: '', last_name: '' }} />;
}
