import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { PairOfPattern, Pattern } from '@warren/contracts';
import { introductionsQuery } from '../../api/patterns.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { nameOf } from '../../ui/name-of.ts';
import { Person } from '../../ui/person.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeletons } from '../../ui/states/skeleton.tsx';
import styles from '../lists.module.css';

/** Introductions, best first, with a message to send to both. */
export function IntroductionsSection({ pattern }: { pattern: Pattern }) {
  const { data, error, refetch } = useQuery(introductionsQuery(pattern.id));
  const { basis } = pattern.evidence;
  const isAskedFor = basis === 'wish' || basis === 'swap';
  return (
    <Section
      title="People to bring together"
      lead={
        isAskedFor
          ? 'Who can give it, and who looks for it; best matches first.'
          : 'From either side; best matches first.'
      }
    >
      {data === undefined && error === null && <Skeletons of="row" count={5} label="Loading the pairs …" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      <ol className={styles.rows}>
        {data?.map((pair) => (
          <li key={`${pair.giver.id} ${pair.seeker.id} ${pair.facet.key}`} className={styles.row}>
            <span className={styles.pair}>
              <Person member={pair.giver} />
              <ArrowRight size={15} aria-label={isAskedFor ? 'can help' : 'could meet'} />
              <Person member={pair.seeker} />
              <span className={styles.quiet}>
                <bdi>{pair.facet.label}</bdi>
              </span>
            </span>
            <CopyButton
              text={introductionOf(pair, isAskedFor)}
              label={`Copy an introduction of ${nameOf(pair.giver)} to ${nameOf(pair.seeker)}`}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function introductionOf({ giver, seeker, facet }: PairOfPattern, isAskedFor: boolean): string {
  const [a, b] = [giver, seeker].map((person) => person.first_name || nameOf(person));
  return (
    `Hello ${a ?? ''}, hello ${b ?? ''},\n\n` +
    (isAskedFor
      ? `you two may like to meet: ${nameOf(giver)} knows ${facet.label}, and ${nameOf(seeker)} is looking for just that.\n`
      : `you two may like to meet: ${nameOf(giver)} could tell ${nameOf(seeker)} of ${facet.label}.\n`) +
    'I leave the rest to you.\n'
  );
}
