import { describe, expect, it } from '@jest/globals';
import { Identities, type Identity } from './identities.ts';

const of = (external_id: string | null, email: string | null): Identity => ({ external_id, email });

/** Takes lines one after another, each as a new member where it is nobody's; gives who each line was. */
function taken(lines: readonly Identity[]): (number | string)[] {
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

describe('whose line it is', () => {
  it('goes by external_id first, then by e-mail', () => {
    expect(taken([of('a', 'a@x.org'), of('a', null), of('b', 'b@x.org'), of(null, 'b@x.org')])).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('takes over who had an e-mail alone', () => {
    expect(taken([of(null, 'a@x.org'), of('a', 'a@x.org'), of('a', 'new@x.org')])).toEqual([0, 0, 0]);
  });

  it('leaves out an e-mail of somebody else, until that one gives it up, and not the member', () => {
    const lines = [of('a', 'a@x.org'), of('b', 'a@x.org'), of('a', 'new@x.org'), of('b', 'a@x.org')];
    expect(taken(lines)).toEqual([0, expect.stringMatching(/^1 .*external_id a/), 0, 1]);
  });

  it('leaves out an e-mail that would join two known members', () => {
    expect(taken([of('a', 'a@x.org'), of(null, 'b@x.org'), of('a', 'b@x.org')])).toEqual([
      0,
      1,
      expect.stringMatching(/^0 .*without external_id/),
    ]);
  });
});
