import { describe, expect, it } from '@jest/globals';
import { MemberInput } from '@warren/contracts';
import type { MemberLine } from '@warren/contracts';
import { planImport } from './plan-import.ts';
import type { StoredMember } from './plan-import.ts';
import { hashOf } from './prepare-member.ts';

const lines = (...members: MemberLine[]) => members.map((member, at) => ({ line: at + 1, member }));
const stored = (
  id: number,
  profile: Partial<MemberInput>,
  status_before: StoredMember['status_before'] = null,
): StoredMember => {
  const member = { ...MemberInput.parse({ external_id: 'x' }), external_id: null, ...profile };
  return { ...member, id, status_before, content_hash: status_before === null ? hashOf(member) : '' };
};
const full = {
  external_id: 'a',
  email: 'a@x.org',
  bio: 'Weaves.',
  skills: ['Weaving', 'Felt'],
  is_public: false,
  membership_status: 'expired',
} as const satisfies Partial<MemberInput>;
const known = stored(1, { ...full, skills: [...full.skills] });

describe('planImport', () => {
  it('keeps fields that a line lacks, and writes nothing if the line changes nothing', () => {
    const plan = planImport(
      lines({ external_id: 'a' }, { email: 'a@x.org', bio: 'Weaves.' }),
      [known],
      'keep',
    );
    expect(plan).toMatchObject({ inserts: [], updates: [], unchanged: 2, seen: [1] });
    const changed = planImport(lines({ external_id: 'a', role: 'weaver' }), [known], 'keep');
    expect(changed.updates).toMatchObject([{ ...full, id: 1, role: 'weaver' }]);
    expect(changed).toMatchObject({ updated: 1, emptied: { fields: 0, members: 0 } });
  });

  it('keeps and counts fields that are empty in a line, and clears them only if asked to', () => {
    const line = { external_id: 'a', email: null, bio: '', skills: [], role: '', urls: [] };
    const kept = planImport(lines(line), [known], 'keep');
    expect(kept).toMatchObject({ updates: [], unchanged: 1, emptied: { fields: 3, members: 1 } });
    const cleared = planImport(lines(line), [known], 'clear');
    expect(cleared).toMatchObject({ updated: 1, emptied: { fields: 3, members: 1 } });
    expect(cleared.updates).toMatchObject([
      { external_id: 'a', email: null, bio: '', skills: [], is_public: false, membership_status: 'expired' },
    ]);
  });

  it('does not clear an e-mail address that is the only identifier', () => {
    const plan = planImport(lines({ email: 'b@x.org', bio: '' }), [stored(2, { email: 'b@x.org' })], 'clear');
    expect(plan).toMatchObject({ updates: [], unchanged: 1 });
  });

  it('gives a new member the defaults, but keeps it private if its answer could not be read', () => {
    const rows = [{ line: 1, member: { external_id: 'n' } }];
    expect(planImport(rows, [], 'keep').inserts).toMatchObject([
      { is_public: true, membership_status: 'active' },
    ]);
    const unread = [{ line: 1, member: { external_id: 'n' }, private_if_new: true }];
    expect(planImport(unread, [], 'keep').inserts).toMatchObject([{ is_public: false }]);
    expect(planImport(unread, [stored(1, { external_id: 'n' })], 'keep').updates).toEqual([]);
  });

  it('restores the status of a member cancelled for being absent, unless the line gives one', () => {
    const cancelled = stored(1, { external_id: 'a', membership_status: 'cancelled' }, 'trial');
    const statusAfter = (...given: MemberLine[]) =>
      planImport(lines(...given), [cancelled], 'keep').updates.map((row) => [
        row.membership_status,
        row.status_before,
      ]);
    expect(statusAfter({ external_id: 'a' })).toEqual([['trial', null]]);
    expect(statusAfter({ external_id: 'a', membership_status: 'paused' })).toEqual([['paused', null]]);
    expect(statusAfter({ external_id: 'a', membership_status: 'cancelled' })).toEqual([['cancelled', null]]);
    expect(planImport(lines({ external_id: 'a' }), [known], 'keep').updates).toEqual([]);
  });

  it('keeps the external id of a member updated by a line without one', () => {
    const plan = planImport(lines({ email: 'a@x.org', bio: 'new' }), [known], 'keep');
    expect(plan.updates).toMatchObject([{ id: 1, external_id: 'a', bio: 'new' }]);
  });

  it('adopts the external id if it alone is new', () => {
    const plan = planImport(
      lines({ external_id: 'b', email: 'b@x.org' }),
      [stored(1, { email: 'b@x.org' })],
      'keep',
    );
    expect(plan).toMatchObject({ updated: 1, updates: [{ id: 1, external_id: 'b' }] });
  });

  it('rejects an e-mail address of another member, stored or in the batch, and accepts the member', () => {
    const plan = planImport(
      lines(
        { external_id: 'a', email: 'b@x.org' },
        { external_id: 'new', email: 'b@x.org' },
        { external_id: 'c', email: 'd@x.org' },
        { external_id: 'd', email: 'd@x.org', skills: ['Baking'] },
      ),
      [known, stored(2, { email: 'b@x.org' })],
      'keep',
    );
    expect(plan.rejected.map(({ line, field, taken }) => [line, field, taken])).toEqual([
      [1, 'email', true],
      [4, 'email', true],
    ]);
    expect(plan.rejected[0]!.reason).toContain('imported without external_id');
    expect(plan).toMatchObject({ created: 2, updated: 1, unchanged: 1, seen: [1, 2] });
    expect(plan.inserts).toMatchObject([{ email: 'd@x.org' }, { email: null, skills: ['Baking'] }]);
  });

  it('merges several lines of one member in order, and counts them as separate imports', () => {
    const plan = planImport(
      lines(
        { email: 'n@x.org', bio: 'first', role: 'weaver' },
        { external_id: 'n', email: 'n@x.org', bio: 'second' },
        { external_id: 'n', bio: 'second' },
      ),
      [],
      'keep',
    );
    expect(plan).toMatchObject({ created: 1, updated: 1, unchanged: 1, updates: [] });
    expect(plan.inserts).toMatchObject([{ external_id: 'n', bio: 'second', role: 'weaver' }]);
  });

  it('changes nothing if lines return a member to its stored state', () => {
    const plan = planImport(
      lines({ external_id: 'a', bio: 'other' }, { external_id: 'a', bio: 'Weaves.' }),
      [known],
      'keep',
    );
    expect(plan).toMatchObject({ updates: [], updated: 0, unchanged: 2 });
  });

  it('frees an e-mail address that its member gives up', () => {
    const given = lines({ external_id: 'a', email: 'new@x.org' }, { external_id: 'b', email: 'a@x.org' });
    expect(planImport(given, [known], 'keep')).toMatchObject({ updated: 1, created: 1, rejected: [] });
  });
});
