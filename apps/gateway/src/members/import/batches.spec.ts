import { describe, expect, it } from '@jest/globals';
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
    yield await Promise.resolve({ line, record: { email: `m${line}@example.org`, bio } });
  }
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
      yield await Promise.resolve({ line: 1, rejected: { field: 'line', reason: 'is broken' } });
      yield { line: 2, record: { 'Member ID': 'm2', email: 'nowhere', is_public: 'perhaps' } };
      yield { line: 3, record: { email: 'a@example.org', is_public: false }, silentNo: true as const };
      yield { line: 4, record: { email: 'nowhere' } };
      yield { line: 5, record: { email: 'b@example.org' }, noAnswer: true as const };
    }
    const notes: LineNotes = {
      reject: (line) => rejected.push(line),
      acceptWithout: (line, fields) => inPart.push([line, fields.map(({ field }) => field)]),
      silentNo: (line) => silent.push(line),
      noAnswer: (line) => unanswered.push(line),
    };
    for await (const rows of batchesOf(lines(), notes)) {
      expect(rows).toEqual([
        { line: 2, member: { external_id: 'm2' }, private_if_new: true },
        { line: 3, member: { email: 'a@example.org', is_public: false } },
        { line: 5, member: { email: 'b@example.org' }, private_if_new: true },
      ]);
    }
    expect(rejected).toMatchObject([
      { line: 1, externalId: null },
      { line: 4, externalId: null, rejections: [{ field: 'email' }] },
    ]);
    expect(inPart).toEqual([[2, ['is_public', 'email']]]);
    expect([silent, unanswered]).toEqual([[3], [5]]);
  });
});
