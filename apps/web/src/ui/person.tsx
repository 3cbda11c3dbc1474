import { Link } from '@tanstack/react-router';
import { nameOf } from './name-of.ts';
import type { Named } from './name-of.ts';

/** Name of a member as a link, isolated so that its writing direction does not affect the text around it. */
export function Person({ member }: { member: Named }) {
  return (
    <Link to="/members/$memberId" params={{ memberId: member.id }}>
      <bdi>{nameOf(member)}</bdi>
    </Link>
  );
}
