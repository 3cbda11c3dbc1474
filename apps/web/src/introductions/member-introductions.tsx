import type { MemberDetail } from '@warren/contracts';
import { counted } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { IntroductionRow } from './introduction-row.tsx';
import styles from './introductions.module.css';

/** Introductions of a member, whichever side this member is on. */
export function MemberIntroductions({ member: { introductions } }: { member: MemberDetail }) {
  return (
    <Section
      title="Introductions"
      lead={
        introductions.length === 0
          ? 'No introduction to show.'
          : `${counted(introductions.length, 'introduction')}.`
      }
    >
      {introductions.length > 0 && (
        <ul className={styles.plain}>
          {introductions.map((introduction) => (
            <IntroductionRow key={introduction.id} introduction={introduction} />
          ))}
        </ul>
      )}
    </Section>
  );
}
