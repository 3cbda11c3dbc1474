import { Link } from '@tanstack/react-router';

/** Name of a member, or the id if none is given. */
export function nameOf({
  id,
  first_name,
  last_name,
}: {
  id: number;
  first_name: string;
  last_name: string;
}): string {
  const name = `${first_name} ${last_name}`.trim();
  return name === '' ? `Member ${id}` : name;
}

/** Name of a member as a link, isolated so that its writing direction does not affect the text around it. */
export function Person({ member }: { member: { id: number; first_name: string; last_name: string } }) {
  return (
    <Link to="/members/$memberId" params={{ memberId: member.id }}>
      <bdi>{nameOf(member)}</bdi>
    </Link>
  );
}
