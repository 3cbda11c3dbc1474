import { Link } from '@tanstack/react-router';
import { categories } from '@warren/contracts';
import type { MemberDetail, PatternOfMember } from '@warren/contracts';
import { bases, sideNames } from '../patterns/text.ts';
import { Chips } from '../ui/chips.tsx';
import { counted } from '../ui/format.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './member.module.css';

/** Patterns of a member, each with the facets or quotes that put them there. */
export function PatternsSection({ member: { patterns } }: { member: MemberDetail }) {
  return (
    <Section
      title="Patterns"
      lead={
        patterns.length === 0
          ? 'No pattern holds this member.'
          : `In ${counted(patterns.length, 'pattern')}; below each stands why.`
      }
    >
      {patterns.length > 0 && (
        <ul className={styles.patterns}>
          {patterns.map((pattern) => (
            <Membership key={pattern.id} pattern={pattern} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Membership({ pattern }: { pattern: PatternOfMember }) {
  const basis = bases[pattern.basis];
  return (
    <li className={styles.pattern}>
      <Link to="/patterns/$patternId" params={{ patternId: pattern.id }}>
        <bdi>{pattern.name}</bdi>
      </Link>
      <p className={styles.tags}>
        <span className={styles.quiet}>{categories[pattern.category].title}</span>
        <Tag tone={basis.tone}>{basis.name}</Tag>
        {pattern.side !== null && <Tag>{sideNames(pattern.basis)[pattern.side]}</Tag>}
      </p>
      {pattern.facets.length > 0 && <Chips labels={pattern.facets.map(({ label }) => label)} />}
      {pattern.quotes.map((quote, index) => (
        <blockquote key={index} dir="auto" className={styles.quote}>
          {quote}
        </blockquote>
      ))}
    </li>
  );
}
