import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Rule, facetsOfRule } from './rules.ts';

const clause = { at_least: 1, of: ['skill:a', 'skill:b'] };
const problemsOf = (rule: unknown): string[] =>
  Rule.safeParse(rule).error?.issues.map(({ path, message }) => [...path, message].join(': ')) ?? [];

describe('a rule', () => {
  it('leaves out who has one of the facets of none_of', () => {
    const rule = { clauses: [clause], none_of: ['skill:c'] };
    expect(Rule.parse(rule)).toEqual(rule);
    expect(facetsOfRule(rule)).toEqual(['skill:a', 'skill:b', 'skill:c']);
  });

  it.each([
    ['one side', { none_of: ['skill:c'] }, 'a rule needs clauses'],
    ['no clause in its list', { clauses: [], none_of: ['skill:c'] }, 'a rule needs clauses'],
    [
      'a side of two',
      { givers: { none_of: ['skill:c'] }, seekers: { clauses: [clause] } },
      'givers.clauses: a rule needs clauses',
    ],
  ])('with nothing but none_of is rejected with what it lacks: %s', (_, rule, problem) => {
    expect(problemsOf(rule).join()).toContain(problem);
    const input = z.strictObject({ rule: Rule });
    expect(input.safeParse({ rule }).error?.issues[0]?.message).toContain(problem);
  });

  it('does not leave out what it asks for', () => {
    expect(problemsOf({ clauses: [clause], none_of: ['skill:b'] })).toEqual([
      'none_of: leaves out a facet that a clause asks for',
    ]);
  });

  it.each([{ none_of: [] }, { none_of: ['nothing'] }, { none_of: 'skill:c' }])('rejects %j', (lacking) => {
    expect(problemsOf({ clauses: [clause], ...lacking })).not.toEqual([]);
  });
});
