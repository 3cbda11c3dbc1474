import { describe, expect, it } from '@jest/globals';
import { batchesOf, externalIdOf } from './batches.ts';
import type { RefusedLine } from './batches.ts';

async function* records(count: number, bio: string) {
  for (let line = 1; line <= count; line += 1) {
    yield await Promise.resolve({ line, record: { email: `m${line}@example.org`, bio } });
  }
}

async function sizesOf(count: number, bio: string): Promise<number[]> {
  const sizes: number[] = [];
  for await (const rows of batchesOf(records(count, bio), () => undefined)) {
    sizes.push(rows.length);
  }
  return sizes;
}

describe('batchesOf', () => {
  it('fills batches of 500', async () => {
    expect(await sizesOf(1_001, 'short')).toEqual([500, 500, 1]);
    expect(await sizesOf(0, '')).toEqual([]);
  });

  it('fills fewer where members are long, counting bytes and not characters', async () => {
    const sizes = await sizesOf(40, '語'.repeat(10_000));
    expect(Math.max(...sizes)).toBe(13);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(40);
  });

  it('tells each refusal with its line, and whose it is where that can be read', async () => {
    const refused: RefusedLine[] = [];
    async function* lines() {
      yield await Promise.resolve({ line: 1, rejected: { field: 'line', reason: 'is broken' } });
      yield { line: 2, record: { 'Member ID': 'm2', email: 'nowhere' } };
      yield { line: 3, record: { email: 'a@example.org' } };
    }
    for await (const rows of batchesOf(lines(), (line) => refused.push(line))) {
      expect(rows.map(({ line }) => line)).toEqual([3]);
    }
    expect(refused).toMatchObject([
      { line: 1, externalId: null },
      { line: 2, externalId: 'm2', rejections: [{ field: 'email' }] },
    ]);
  });
});

describe('externalIdOf', () => {
  it('prefers the field’s own name', () => {
    expect(externalIdOf({ id: 7, external_id: 'own', is_public: 'perhaps' })).toBe('own');
    expect(externalIdOf({ is_public: 'perhaps', id: 7 })).toBe('7');
    expect(externalIdOf({ email: 'a@example.org', is_public: 'perhaps' })).toBeNull();
  });
});
