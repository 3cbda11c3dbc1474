import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Member } from '@warren/contracts';
import { Chips } from '../ui/chips.tsx';
import { nameOf } from '../ui/name-of.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './members.module.css';
import { membershipText } from './membership-text.ts';

const mostChips = 5;

/** Row of a member in the list, with some of their facets. */
export function MemberRow({ member }: { member: Member }) {
  const { role, company, location, skills, interests } = member;
  const brings = [...skills, ...interests];
  const membership = membershipText(member);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Link
          to="/members/$memberId"
          params={{ memberId: member.id }}
          className={`whole ${styles.link ?? ''}`}
        >
          <bdi>{nameOf(member)}</bdi>
        </Link>
        <p className={styles.what}>
          {[role, company, location]
            .filter((text) => text !== '')
            .map((text, index) => (
              <Fragment key={index}>
                {index > 0 && ' · '}
                <bdi>{text}</bdi>
              </Fragment>
            ))}
        </p>
      </div>
      <Chips labels={brings.slice(0, mostChips)} more={Math.max(0, brings.length - mostChips)} />
      {membership !== undefined && <Tag>{membership}</Tag>}
    </li>
  );
}
