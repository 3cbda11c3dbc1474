import { Link } from '@tanstack/react-router';
import { Pin, Users } from 'lucide-react';
import { memo } from 'react';
import type { Pattern } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { count } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './pattern-card.module.css';
import { bases, evidenceSentence, shareText, stateText } from './text.ts';

const shownFacets = 4;

/** Card of a pattern: name, members and their share, one sentence of evidence, change since the last run. */
export const PatternCard = memo(function PatternCard({ pattern }: { pattern: Pattern }) {
  const { evidence } = pattern;
  const state = stateText(pattern);
  const labels = evidence.facets.map(({ label }) => label);
  return (
    <article className={styles.card} data-category={pattern.category}>
      <div className={styles.top}>
        <Tag tone={state.tone}>{state.name}</Tag>
        {pattern.holds && evidence.basis === 'shared' && <Tag tone="caution">{bases.shared.name}</Tag>}
        {pattern.pinned && <Pin size={15} aria-label="Pinned" className={styles.pin} />}
        <span className={styles.members}>
          <Users size={15} aria-hidden />
          {count(pattern.member_count)}
          <span className="unseen"> members,</span>{' '}
          <span className={styles.share}>{shareText(evidence)}</span>
        </span>
      </div>
      <h3 className={styles.name}>
        <Link
          to="/patterns/$patternId"
          params={{ patternId: pattern.id }}
          className={`whole ${styles.link ?? ''}`}
          preload={false}
        >
          <bdi>{pattern.name}</bdi>
        </Link>
      </h3>
      <p className={styles.sentence}>{evidenceSentence(pattern)}</p>
      {labels.length > 1 && evidence.basis !== 'wish' && evidence.basis !== 'swap' && (
        <Chips labels={labels.slice(0, shownFacets)} more={labels.length - shownFacets} />
      )}
    </article>
  );
});
