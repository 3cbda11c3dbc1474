import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges } from './membership-changes.ts';
import { buildMembership } from './membership.ts';
import type { Membership } from './membership.ts';

const facets = fc.array(
  fc.constantFrom('skill:a', 'skill:b', 'skill:c', 'interest:a', 'interest:ä', 'role:x', 'trait:z'),
  { maxLength: 5 },
);
const members = fc.dictionary(fc.integer({ min: 1, max: 30 }).map(String), facets, { maxKeys: 20 });
const changes = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), fc.option(facets), {
  maxKeys: 12,
});
/** Members in an order other than that of their ids. */
const rowsOf = <Facets>(byId: Record<string, Facets>) =>
  Object.entries(byId)
    .map(([id, listed]) => ({ id: Number(id), facets: listed }))
    .reverse();

function bytesOf({ ids, starts, items, carriers, carrierStarts, ...rest }: Membership) {
  const bytes = [ids, starts, items, carriers, carrierStarts].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex'),
  );
  return { bytes, ...rest };
}

describe('applyChanges', () => {
  it('equals byte for byte a rebuilt membership, change after change', () => {
    fc.assert(
      fc.property(members, fc.array(changes, { maxLength: 4 }), (first, rounds) => {
        const now = new Map(rowsOf(first).map((member) => [member.id, member]));
        let membership = buildMembership(now.values());
        for (const round of rounds) {
          const before = bytesOf(membership);
          const changed = applyChanges(membership, rowsOf(round));
          expect(bytesOf(membership)).toEqual(before);
          for (const { id, facets: listed } of rowsOf(round)) {
            if (listed === null) {
              now.delete(id);
            } else {
              now.set(id, { id, facets: listed });
            }
          }
          expect(bytesOf(changed)).toEqual(bytesOf(buildMembership(now.values())));
          membership = changed;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('adds a facet with its first carrier and drops it with its last', () => {
    const before = buildMembership([{ id: 1, facets: ['skill:a', 'skill:c'] }]);
    const more = applyChanges(before, [{ id: 2, facets: ['skill:b'] }]);
    expect(more.facets).toEqual(['skill:a', 'skill:b', 'skill:c']);
    const fewer = applyChanges(more, [{ id: 1, facets: null }]);
    expect({ ids: [...fewer.ids], facets: fewer.facets }).toEqual({ ids: [2], facets: ['skill:b'] });
  });

  it('rejects two changes of one member', () => {
    const twice = [
      { id: 3, facets: ['skill:a'] },
      { id: 3, facets: null },
    ];
    expect(() => applyChanges(buildMembership([]), twice)).toThrow('member 3 occurs twice');
  });

  it('allocates shared memory, as a built membership does', () => {
    const built = buildMembership([{ id: 1, facets: ['skill:a'] }]);
    for (const { ids, starts, items, carriers, carrierStarts } of [built, applyChanges(built, [])]) {
      for (const { buffer } of [ids, starts, items, carriers, carrierStarts]) {
        expect(Object.prototype.toString.call(buffer)).toBe('[object SharedArrayBuffer]');
      }
    }
  });
});
