import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Basis, Pattern, PatternMember } from '@warren/contracts';
import { patternMembersQuery } from '../../api/patterns.ts';
import { Chips } from '../../ui/chips.tsx';
import { counted } from '../../ui/format.ts';
import { Pager } from '../../ui/pager.tsx';
import { Person } from '../../ui/person.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeletons } from '../../ui/states/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { WrittenFacets } from '../../ui/written-facets.tsx';
import styles from '../lists.module.css';
import { sideNames } from '../text.ts';

const perPage = 24;

/** Members of a pattern, each with the facets or quotes that put them there. */
export function MembersSection({ pattern }: { pattern: Pattern }) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery(patternMembersQuery(pattern.id, page, perPage));
  return (
    <Section
      title="Members"
      lead={`${counted(pattern.member_count, 'member')}, each with what put them there${
        (pattern.evidence.bridges ?? []).length > 0 ? '; the bridges between the sides first' : ''
      }.`}
    >
      {data === undefined && error === null && <Skeletons of="row" count={6} label="Loading the members …" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <ul className={styles.members}>
            {data.members.map((member) => (
              <MemberRow key={member.id} member={member} basis={pattern.evidence.basis} />
            ))}
          </ul>
          <Pager page={page} perPage={perPage} total={data.total} label="Pages of members" onPage={setPage} />
        </>
      )}
    </Section>
  );
}

function MemberRow({ member, basis }: { member: PatternMember; basis: Basis }) {
  return (
    <li className={styles.member}>
      <p className={styles.who}>
        <Person member={member} />
        {member.role !== '' && <bdi className={styles.quiet}>{member.role}</bdi>}
        {member.side !== null && (
          <Tag tone={member.side === 'seeker' ? 'plain' : 'good'}>{sideNames(basis)[member.side]}</Tag>
        )}
      </p>
      {member.facets.length > 0 && <Chips labels={member.facets.map(({ label }) => label)} />}
      <WrittenFacets facets={member.facets} />
      {member.quotes.map((quote, index) => (
        <blockquote key={index} dir="auto" className={styles.text}>
          {quote}
        </blockquote>
      ))}
    </li>
  );
}
