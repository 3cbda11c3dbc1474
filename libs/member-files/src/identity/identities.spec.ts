import { describe, expect, it } from '@jest/globals';
import { Identities } from './identities.ts';
import type { Identity } from './identities.ts';

const of = (external_id: string | null, email: string | null): Identity => ({ external_id, email });

/** Resolves lines one after another, each to a known or a new member; gives the owner of each line. */
function ownersOf(lines: readonly Identity[]): (number | string)[] {
  const identities = new Identities();
  const members: Identity[] = [];
  return lines.map((line) => {
    const { member = of(null, null), withoutEmail } = identities.ownerOf(line);
    const email = withoutEmail === undefined ? line.email : null;
    identities.take(member, {
      external_id: line.external_id ?? member.external_id,
      email: email ?? member.email,
    });
    const who = members.includes(member) ? members.indexOf(member) : members.push(member) - 1;
    return withoutEmail === undefined ? who : `${who} ${withoutEmail.reason}`;
  });
}

describe('Identities', () => {
  it('resolves by external_id first, then by e-mail', () => {
    expect(ownersOf([of('a', 'a@x.org'), of('a', null), of('b', 'b@x.org'), of(null, 'b@x.org')])).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('updates a member who had only an e-mail address', () => {
    expect(ownersOf([of(null, 'a@x.org'), of('a', 'a@x.org'), of('a', 'new@x.org')])).toEqual([0, 0, 0]);
  });

  it('rejects an e-mail address of another member until that one gives it up, but accepts the member', () => {
    const lines = [of('a', 'a@x.org'), of('b', 'a@x.org'), of('a', 'new@x.org'), of('b', 'a@x.org')];
    expect(ownersOf(lines)).toEqual([0, expect.stringMatching(/^1 .*external_id a/), 0, 1]);
  });

  it('rejects an e-mail address that would join two known members', () => {
    expect(ownersOf([of('a', 'a@x.org'), of(null, 'b@x.org'), of('a', 'b@x.org')])).toEqual([
      0,
      1,
      expect.stringMatching(/^0 .*without external_id/),
    ]);
  });
});
