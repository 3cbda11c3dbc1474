import { describe, expect, it } from '@jest/globals';
import { candidateOf, profiles } from '../../test/candidate-of.ts';
import { buildMembership } from '../index.ts';
import { strongestFirst } from './ranking.ts';

const { rows, give } = profiles(200);
give(1, 200, 'skill:common', 'interest:common', 'role:common');
// A strong pair of skills, faintly linked to an interest, and a plain link between a skill and an interest.
give(1, 30, 'skill:a', 'skill:b');
give(1, 10, 'interest:faint');
give(80, 120, 'interest:faint');
give(131, 150, 'skill:c', 'interest:clear');
for (const row of rows) {
  row.facets.push(`skill:own ${row.id % 7}`, `interest:own ${row.id % 5}`);
}
const membership = buildMembership(rows);
const across = (interest: string, ...skills: string[]) =>
  candidateOf(membership, 'cross_domain', {
    clauses: [
      { at_least: 1, of: [interest] },
      { at_least: skills.length, of: skills },
    ],
  });

describe('the order of candidates', () => {
  it('puts a clear link between two kinds before a strong cluster with a faint one', () => {
    const faint = across('interest:faint', 'skill:a', 'skill:b');
    const clear = across('interest:clear', 'skill:c');
    expect(strongestFirst(membership, [faint, clear])).toEqual([clear, faint]);
  });

  it('does not depend on the order in which they are given', () => {
    const some = [
      across('interest:faint', 'skill:a'),
      across('interest:faint', 'skill:b'),
      across('interest:clear', 'skill:c'),
    ];
    expect(strongestFirst(membership, some.toReversed())).toEqual(strongestFirst(membership, some));
  });
});
