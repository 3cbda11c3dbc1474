import type { CommunityAnalysis } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { Section } from '../ui/section.tsx';
import styles from './community.module.css';

/** Sample of facets that only one member has. */
export function RareSection({ analysis }: { analysis: CommunityAnalysis }) {
  return (
    <Section title="What is rare" lead="Some of what one member alone lists: whoever asks for it asks them.">
      <div className={styles.halves}>
        <Rare title="Skills" labels={analysis.unique_skills} />
        <Rare title="Interests" labels={analysis.unique_interests} />
      </div>
    </Section>
  );
}

function Rare({ title, labels }: { title: string; labels: readonly string[] }) {
  return (
    <div className={styles.more}>
      <h3>{title}</h3>
      {labels.length === 0 ? (
        <p className={styles.quiet}>Each of them is shared by two members or more.</p>
      ) : (
        <Chips labels={labels} />
      )}
    </div>
  );
}
