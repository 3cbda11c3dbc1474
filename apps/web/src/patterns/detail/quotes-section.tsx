import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Pattern } from '@warren/contracts';
import { patternMembersQuery } from '../../api/patterns.ts';
import { nameOf } from '../../ui/name-of.ts';
import { Section } from '../../ui/section.tsx';
import styles from '../lists.module.css';
import { quotePlaces } from '../text.ts';

const namesAsked = 200;

/** Quotes that are the evidence of a pattern, each with its member and field. */
export function QuotesSection({ pattern }: { pattern: Pattern }) {
  const { data } = useQuery(patternMembersQuery(pattern.id, 1, namesAsked));
  const names = new Map(data?.members.map((member) => [member.id, nameOf(member)]));
  return (
    <Section title="In their own words">
      <ul className={styles.rows}>
        {(pattern.evidence.quotes ?? []).map(({ member_id, field, quote }, index) => (
          <li key={index}>
            <figure className={styles.quote}>
              <blockquote dir="auto">{quote}</blockquote>
              <figcaption>
                <Link to="/members/$memberId" params={{ memberId: member_id }}>
                  <bdi>{names.get(member_id) ?? `Member ${member_id}`}</bdi>
                </Link>
                , {quotePlaces[field]}
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
