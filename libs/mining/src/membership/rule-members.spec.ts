import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildMembership } from './membership.ts';
import { idsAt, membersOfRule, positionsOfSide, ruleFingerprint } from './rule-members.ts';

const people = [
  { id: 10, facets: ['skill:figma', 'skill:sketching', 'looking_for:welding'] },
  { id: 20, facets: ['skill:figma', 'interest:maps'] },
  { id: 30, facets: ['skill:welding', 'skill:sketching', 'interest:maps'] },
];

describe('membersOfRule', () => {
  const membership = buildMembership(people);

  it('requires at least as many facets as each clause asks for', () => {
    const clause = { at_least: 2, of: ['skill:figma', 'skill:sketching', 'skill:welding'] };
    expect(membersOfRule(membership, { clauses: [clause] })).toEqual([10, 30]);
    expect(membersOfRule(membership, { clauses: [clause, { at_least: 1, of: ['interest:maps'] }] })).toEqual([
      30,
    ]);
  });

  it('unites both sides of a collaboration, and is empty where one side is', () => {
    const rule = {
      givers: { clauses: [{ at_least: 1, of: ['skill:welding'] }] },
      seekers: { clauses: [{ at_least: 1, of: ['looking_for:welding'] }] },
    };
    expect(membersOfRule(membership, rule)).toEqual([10, 30]);
    expect(idsAt(membership, positionsOfSide(membership, rule.givers))).toEqual([30]);
    expect(idsAt(membership, positionsOfSide(membership, rule.seekers))).toEqual([10]);
    const unmet = { ...rule, givers: { clauses: [{ at_least: 1, of: ['skill:unknown'] }] } };
    expect(membersOfRule(membership, unmet)).toEqual([]);
  });

  it('finds the same members as a naive evaluation of the rule', () => {
    const facet = fc.constantFrom('skill:a', 'skill:b', 'skill:c', 'interest:a', 'role:x');
    const member = fc.uniqueArray(facet);
    const clause = fc
      .uniqueArray(facet, { minLength: 1 })
      .chain((of) => fc.record({ of: fc.constant(of), at_least: fc.integer({ min: 1, max: of.length }) }));
    fc.assert(
      fc.property(
        fc.array(member),
        fc.array(clause, { minLength: 1, maxLength: 3 }),
        fc.option(fc.uniqueArray(facet, { minLength: 1 }), { nil: undefined }),
        (profiles, clauses, none_of) => {
          const rows = profiles.map((facets, at) => ({ id: at * 3 + 1, facets }));
          const read = rows
            .filter(({ facets }) =>
              clauses.every(
                ({ at_least, of }) => of.filter((key) => facets.includes(key)).length >= at_least,
              ),
            )
            .filter(({ facets }) => !none_of?.some((key) => facets.includes(key)));
          const rule = { clauses, ...(none_of && { none_of }) };
          expect(membersOfRule(buildMembership(rows), rule)).toEqual(read.map(({ id }) => id));
        },
      ),
    );
  });
});

describe('ruleFingerprint', () => {
  const a = { at_least: 1, of: ['skill:a'] };
  const b = { at_least: 1, of: ['skill:b'] };

  it('is the same for any order and for all of a, b as one clause or two', () => {
    const same = [
      { clauses: [a, b] },
      { clauses: [b, a] },
      { clauses: [{ at_least: 2, of: ['skill:b', 'skill:a'] }] },
      { clauses: [a, b, a] },
    ];
    expect(new Set(same.map(ruleFingerprint)).size).toBe(1);
    const lacking = [
      { clauses: [a], none_of: ['skill:b', 'skill:c'] },
      { clauses: [a, a], none_of: ['skill:c', 'skill:b', 'skill:c'] },
    ];
    expect(new Set(lacking.map(ruleFingerprint)).size).toBe(1);
  });

  it('is that of before for a rule without none_of', () => {
    expect(ruleFingerprint({ clauses: [a, b] })).toBe('dbc90db32fc9f651bd9413c6a77067cd');
  });

  it('differs between rules with different meanings', () => {
    const different = [
      { clauses: [a] },
      { clauses: [a], none_of: ['skill:b'] },
      { clauses: [a], none_of: ['skill:b', 'skill:c'] },
      { clauses: [{ at_least: 1, of: ['skill:a', 'skill:b'] }] },
      { clauses: [a, b] },
      { givers: { clauses: [a] }, seekers: { clauses: [b] } },
      { givers: { clauses: [b] }, seekers: { clauses: [a] } },
      { givers: { clauses: [a], none_of: ['skill:b'] }, seekers: { clauses: [b] } },
    ];
    expect(new Set(different.map(ruleFingerprint)).size).toBe(different.length);
  });
});
