import { describe, expect, it } from '@jest/globals';
import type { RuleEvaluation } from '@warren/contracts';
import { evidenceOfQuotes, evidenceOfRule } from './measured-evidence.ts';

function evaluation(change: Partial<RuleEvaluation> = {}): RuleEvaluation {
  return {
    rule: { clauses: [{ at_least: 2, of: ['skill:a', 'skill:b'] }] },
    fingerprint: 'abc',
    unknown_facets: [],
    basis: 'beyond_chance',
    bases: ['beyond_chance'],
    reason: 'passes the test',
    statistics: {
      observed: 5,
      share: 0.05,
      share_low: 0.02,
      share_high: 0.11,
      expected: 0.5,
      lift: 10,
      lift_low: 4,
      lift_high: 20,
      p_value: 1e-6,
      q_value: 1e-3,
      tested: 100,
    },
    facets: [],
    member_ids: [1, 2, 3, 4, 5],
    ...change,
  };
}

describe('the evidence of a rule', () => {
  it('has the members and numbers that were computed', () => {
    const measured = evidenceOfRule('skill_cluster', evaluation(), 3);
    expect(measured.memberIds).toEqual([1, 2, 3, 4, 5]);
    expect(measured.evidence).toMatchObject({
      basis: 'beyond_chance',
      statistics: { observed: 5, lift: 10 },
    });
  });

  it('is rejected for facets that nobody has, by name', () => {
    expect(() =>
      evidenceOfRule('skill_cluster', evaluation({ unknown_facets: ['skill:zither'] }), 3),
    ).toThrow(/skill:zither/);
  });

  it('is rejected below the minimum of members', () => {
    expect(() => evidenceOfRule('skill_cluster', evaluation({ member_ids: [1, 2] }), 3)).toThrow(
      /at least 3/,
    );
  });

  it('is rejected if chance gives as many', () => {
    expect(() => evidenceOfRule('skill_cluster', evaluation({ basis: null, bases: [] }), 3)).toThrow(
      /this is no pattern/,
    );
  });

  it('is rejected if the facets are not of the category’s kind', () => {
    const rule = { clauses: [{ at_least: 2, of: ['skill:a', 'interest:b'] }] };
    expect(() => evidenceOfRule('skill_cluster', evaluation({ rule }), 3)).toThrow(/cross_domain/);
    expect(evidenceOfRule('cross_domain', evaluation({ rule }), 3).memberIds).toHaveLength(5);
  });

  it('claims no more than a share for a strength', () => {
    const { evidence } = evidenceOfRule(
      'community_strength',
      evaluation({ bases: ['beyond_chance', 'share'] }),
      3,
    );
    expect(evidence).toMatchObject({
      basis: 'share',
      statistics: { share: 0.05, p_value: null, lift: null },
    });
    expect(() => evidenceOfRule('community_strength', evaluation(), 3)).toThrow(/too few/);
  });

  it('needs both sides for a collaboration', () => {
    const rule = {
      givers: { clauses: [{ at_least: 1, of: ['skill:a'] }] },
      seekers: { clauses: [{ at_least: 1, of: ['looking_for:a'] }] },
    };
    const wish = { rule, basis: 'wish', bases: ['wish'] } as const;
    const onesided = evaluation({ ...wish, bases: ['wish'], sides: { givers: [1, 2, 3], seekers: [] } });
    expect(() => evidenceOfRule('collaboration_opportunity', onesided, 3)).toThrow(/each side/);
    const same = evaluation({ ...wish, bases: ['wish'], sides: { givers: [1, 2, 3, 4], seekers: [2, 3] } });
    expect(() => evidenceOfRule('collaboration_opportunity', same, 3)).toThrow(/different people/);
    const both = evaluation({ ...wish, bases: ['wish'], sides: { givers: [1, 2], seekers: [3, 4, 5] } });
    expect(evidenceOfRule('collaboration_opportunity', both, 3).evidence.basis).toBe('wish');
    expect(() => evidenceOfRule('skill_cluster', both, 3)).toThrow(/collaboration_opportunity/);
  });

  it('lets two groups with a common interest collaborate without a wish, as shared', () => {
    const side = (skill: string) => ({
      clauses: [
        { at_least: 1, of: [skill] },
        { at_least: 1, of: ['interest:c'] },
      ],
    });
    const rule = { givers: side('skill:a'), seekers: side('skill:b') };
    const sides = { givers: [1, 2, 3], seekers: [3, 4, 5] };
    const shared = evaluation({ rule, basis: 'shared', bases: ['shared'], sides });
    const { evidence } = evidenceOfRule('collaboration_opportunity', shared, 3);
    expect(evidence).toMatchObject({ basis: 'shared', sides });
    const share = evaluation({ rule, basis: 'share', bases: ['share'], sides });
    expect(evidenceOfRule('collaboration_opportunity', share, 3).evidence.basis).toBe('share');
  });

  it('is rejected without a comparison where nothing was expected', () => {
    const { statistics } = evaluation();
    const uncompared = { ...statistics, expected: null, lift: null, lift_low: null, lift_high: null };
    const reason = 'one facet is no more than its own frequency';
    const single = evaluation({ bases: ['share'], reason, statistics: uncompared });
    expect(() => evidenceOfRule('skill_cluster', single, 3)).toThrow(/and one facet is no more/);
    expect(() => evidenceOfRule('skill_cluster', single, 3)).not.toThrow(/chance/);
  });
});

describe('the evidence of quotes', () => {
  const quote = (member_id: number) => ({
    member_id,
    field: 'bio' as const,
    quote: 'I came home for the river.',
  });

  it('is about those who are quoted, once each', () => {
    const { memberIds, evidence } = evidenceOfQuotes([quote(9), quote(2), quote(9), quote(4)], 100, 3);
    expect(memberIds).toEqual([2, 4, 9]);
    expect(evidence).toMatchObject({
      basis: 'quotes',
      statistics: { observed: 3, share: 0.03, p_value: null },
    });
    expect(evidence.statistics.share_low).toBeCloseTo(0.01, 2);
    expect(evidence.statistics.share_high).toBeCloseTo(0.085, 2);
  });

  it('is the same whatever the order', () => {
    const one = evidenceOfQuotes([quote(1), quote(2), quote(3)], 100, 3);
    const other = evidenceOfQuotes([quote(3), quote(1), quote(2)], 100, 3);
    expect(one.fingerprint).toBe(other.fingerprint);
  });

  it('is rejected for too few people', () => {
    expect(() => evidenceOfQuotes([quote(1), quote(1)], 100, 3)).toThrow(/at least 3/);
  });
});
