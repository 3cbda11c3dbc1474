import { describe, expect, it } from '@jest/globals';
import type { MemberLine } from '@warren/contracts';
import type { ReadMember } from '@warren/member-files';
import { batchesOf } from './batches.ts';
import type { LineNotes, LineRejection } from './batches.ts';

const noNotes: LineNotes = {
  reject: () => undefined,
  acceptWithout: () => undefined,
  silentNo: () => undefined,
  noAnswer: () => undefined,
};

async function* records(count: number, bio: string) {
  for (let line = 1; line <= count; line += 1) {
    yield await Promise.resolve([memberAt(line, { email: `m${line}@example.org`, bio })]);
  }
}

function memberAt(line: number, member: MemberLine, rest: Partial<ReadMember> = {}): ReadMember {
  return {
    line,
    member,
    kind: 'email',
    isPrivateIfNew: false,
    emptyConsent: 'none',
    without: [],
    otherEmails: [],
    ...rest,
  };
}

async function sizesOf(count: number, bio: string): Promise<number[]> {
  const sizes: number[] = [];
  for await (const rows of batchesOf(records(count, bio), noNotes)) {
    sizes.push(rows.length);
  }
  return sizes;
}

describe('batchesOf', () => {
  it('fills batches of 500', async () => {
    expect(await sizesOf(1_001, 'short')).toEqual([500, 500, 1]);
    expect(await sizesOf(0, '')).toEqual([]);
  });

  it('makes smaller batches of long members, counting bytes and not characters', async () => {
    const sizes = await sizesOf(40, '語'.repeat(10_000));
    expect(Math.max(...sizes)).toBe(13);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
  });

  it('reports each rejection with its line, and accepts every member with an identity', async () => {
    const rejected: LineRejection[] = [];
    const inPart: [number, string[]][] = [];
    const silent: number[] = [];
    const unanswered: number[] = [];
    async function* lines() {
      const email = 'nowhere is no address';
      yield await Promise.resolve([
        { line: 1, rejected: [{ field: 'line', reason: 'is broken' }], externalId: null },
        memberAt(
          2,
          { external_id: 'm2' },
          {
            isPrivateIfNew: true,
            otherEmails: ['c@example.org'],
            without: [{ field: 'email', reason: email }],
          },
        ),
      ]);
      yield [
        memberAt(3, { email: 'a@example.org', is_public: false }, { emptyConsent: 'silent no' }),
        { line: 4, rejected: [{ field: 'line', reason: 'says nothing' }], externalId: 'm4' },
        memberAt(5, { email: 'b@example.org' }, { isPrivateIfNew: true, emptyConsent: 'no answer' }),
      ];
    }
    const notes: LineNotes = {
      reject: (line) => rejected.push(line),
      acceptWithout: (line, fields) => inPart.push([line, fields.map(({ field }) => field)]),
      silentNo: (line) => silent.push(line),
      noAnswer: (line) => unanswered.push(line),
    };
    for await (const rows of batchesOf(lines(), notes)) {
      expect(rows).toEqual([
        { line: 2, member: { external_id: 'm2' }, private_if_new: true, other_emails: ['c@example.org'] },
        { line: 3, member: { email: 'a@example.org', is_public: false } },
        { line: 5, member: { email: 'b@example.org' }, private_if_new: true },
      ]);
    }
    expect(rejected).toMatchObject([
      { line: 1, externalId: null },
      { line: 4, externalId: 'm4', rejections: [{ field: 'line' }] },
    ]);
    expect(inPart).toEqual([[2, ['email']]]);
    expect([silent, unanswered]).toEqual([[3], [5]]);
  });
});
