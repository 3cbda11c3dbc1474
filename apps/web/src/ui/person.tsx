import { Link } from '@tanstack/react-router';

/** Name of a member; who gave none is called by number. */
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

/** A member by name, as a link. What a name holds stays its own: a change of writing direction ends with it. */
export function Person({ member }: { member: { id: number; first_name: string; last_name: string } }) {
  return (
    <Link to="/members/$memberId" params={{ memberId: member.id }}>
      <bdi>{nameOf(member)}</bdi>
    </Link>
  );
}
