import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyTable, hashOf, noKey } from './key-table.ts';

describe('KeyTable', () => {
  it('counts keys as a map does, however many there are', () => {
    const keys = fc.array(fc.string({ maxLength: 3 }), { maxLength: 5000 });
    fc.assert(
      fc.property(keys, (added) => {
        const table = new KeyTable();
        const counts = new Map<string, number>();
        const before = added.map((key) => {
          const count = counts.get(key) ?? 0;
          counts.set(key, count + 1);
          return count;
        });
        expect(added.map((key) => table.add(key))).toEqual(before);
        expect([...counts.keys()].map((key) => table.count(key))).toEqual([...counts.values()]);
        expect(table.count('a key that was never added')).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the first owners of a key while it grows', () => {
    const table = new KeyTable();
    for (let at = 1; at <= 3000; at += 1) {
      table.add(`key ${at}`, at, at + 0.5);
      table.add(`key ${at}`, 7, 7);
    }
    for (const at of [1, 1023, 1024, 3000]) {
      expect(table.ownersOf(`key ${at}`)).toEqual([at, at + 0.5]);
    }
    expect(table.ownersOf('another')).toEqual([noKey, noKey]);
  });

  it('tells 100,000 keys that resemble each other apart', () => {
    const hashes = new Set<number>();
    for (let at = 0; at < 100_000; at += 1) {
      hashes.add(hashOf(`member${at}@example.org`));
    }
    expect(hashes.size).toBe(100_000);
    expect(hashes.has(noKey)).toBe(false);
  });
});
