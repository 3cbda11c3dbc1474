import type { Evidence, Pattern } from '@warren/contracts';
import { count, measured, percent, probability } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ruleText } from '../rule-text.ts';
import { evidenceSentence, currentBasis } from '../text.ts';
import { ChanceChart } from './chance-chart.tsx';
import styles from './evidence.module.css';
import { ShareChart } from './share-chart.tsx';
import { SidesChart } from './sides-chart.tsx';

/** Evidence of a pattern: chart, rule in plain words, and statistics with their meaning. */
export function EvidenceSection({ pattern }: { pattern: Pattern }) {
  const { evidence } = pattern;
  const basis = currentBasis(pattern);
  return (
    <Section title="Evidence" actions={<Tag tone={basis.tone}>{basis.name}</Tag>} lead={basis.meaning}>
      <p className={styles.sentence}>{evidenceSentence(pattern)}</p>
      <Picture pattern={pattern} />
      {evidence.rule !== undefined && (
        <div className={styles.rule}>
          <h3>Who is in it</h3>
          {ruleText(evidence.rule, evidence.facets, evidence.basis).map((sentence) => (
            <p key={sentence}>
              <bdi>{sentence}</bdi>
            </p>
          ))}
        </div>
      )}
      <Numbers evidence={evidence} />
    </Section>
  );
}

function Picture({ pattern }: { pattern: Pattern }) {
  const { statistics, sides } = pattern.evidence;
  if (statistics.expected !== null && statistics.lift !== null) {
    return <ChanceChart pattern={pattern} />;
  }
  return sides === undefined ? (
    <ShareChart pattern={pattern} />
  ) : (
    <SidesChart pattern={pattern} sides={sides} />
  );
}

function Numbers({ evidence: { basis, statistics } }: { evidence: Evidence }) {
  const isCompared = statistics.expected !== null;
  const { lift, lift_low, lift_high, q_value, tested, share, share_low, share_high } = statistics;
  return (
    <dl className={styles.numbers}>
      {basis !== 'apart' && (
        <div>
          <dt>Share of all who say anything of themselves</dt>
          <dd>
            {percent(share)}{' '}
            <span>
              95 % between {percent(share_low)} and {percent(share_high)}
            </span>
          </dd>
        </div>
      )}
      {isCompared &&
        lift !== null &&
        lift_low !== null &&
        lift_high !== null &&
        !(basis === 'shared' && lift_low > 1) && (
          <div>
            <dt>Times as many as chance would give</dt>
            <dd>
              {measured(lift)}{' '}
              <span>
                95 % between {measured(lift_low)} and {measured(lift_high)}
              </span>
            </dd>
          </div>
        )}
      {q_value !== null && (
        <div>
          <dt>q: the part of such patterns that may be flukes</dt>
          <dd>
            {probability(q_value)} {tested !== null && <span>{count(tested)} possible rules tested</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
