import { describe, expect, it } from '@jest/globals';
import { MemberInput } from '@warren/contracts';
import { planImport } from './plan-import.ts';
import type { PreparedMember } from './prepare-member.ts';

const prepared = (external_id: string | null, email: string | null, hash = 'h'): PreparedMember => ({
  ...MemberInput.parse({ external_id, email: email ?? (external_id === null ? 'x@y.org' : null) }),
  facets: [],
  facet_labels: [],
  facets_version: 'v',
  names: [],
  content_hash: hash,
});
const lines = (...members: PreparedMember[]) => members.map((member, at) => ({ line: at + 1, member }));
const stored = (id: number, external_id: string | null, email: string | null, content_hash = 'h') => ({
  id,
  external_id,
  email,
  content_hash,
});

describe('planImport', () => {
  it('leaves alone what has not changed', () => {
    const plan = planImport(lines(prepared('a', 'a@x.org'), prepared(null, 'b@x.org')), [
      stored(1, 'a', 'a@x.org'),
      stored(2, 'b', 'b@x.org'),
    ]);
    expect(plan).toMatchObject({ inserts: [], updates: [], unchanged: 2, met: [1, 2] });
  });

  it('keeps the external id of a member that a line without one updates', () => {
    const plan = planImport(lines(prepared(null, 'a@x.org', 'new')), [stored(1, 'a', 'a@x.org')]);
    expect(plan.updates).toMatchObject([{ id: 1, external_id: 'a', content_hash: 'new' }]);
  });

  it('takes the external id over where it alone is new', () => {
    const plan = planImport(lines(prepared('a', 'a@x.org')), [stored(1, null, 'a@x.org')]);
    expect(plan).toMatchObject({ updated: 1, updates: [{ id: 1, external_id: 'a' }] });
  });

  it('rejects an e-mail of another member, whether stored or in the same batch', () => {
    const plan = planImport(
      lines(
        prepared('a', 'b@x.org'),
        prepared('new', 'b@x.org'),
        prepared('c', 'd@x.org'),
        prepared('d', 'd@x.org'),
      ),
      [stored(1, 'a', 'a@x.org'), stored(2, null, 'b@x.org')],
    );
    expect(plan.rejected.map(({ line, field }) => [line, field])).toEqual([
      [1, 'email'],
      [4, 'email'],
    ]);
    expect(plan.rejected[0]!.reason).toContain('imported without external_id');
    expect(plan).toMatchObject({ created: 1, updated: 1, met: [1, 2] });
  });

  it('counts several lines for one member as so many imports, and writes the last', () => {
    const plan = planImport(
      lines(prepared(null, 'a@x.org', '1'), prepared('a', 'a@x.org', '2'), prepared('a', 'a@x.org', '2')),
      [],
    );
    expect(plan).toMatchObject({ created: 1, updated: 1, unchanged: 1, updates: [] });
    expect(plan.inserts).toMatchObject([{ external_id: 'a', content_hash: '2' }]);
  });

  it('frees an e-mail that its member gives up', () => {
    const plan = planImport(lines(prepared('a', 'new@x.org'), prepared('b', 'a@x.org')), [
      stored(1, 'a', 'a@x.org'),
    ]);
    expect(plan).toMatchObject({ updated: 1, created: 1, rejected: [] });
  });
});
