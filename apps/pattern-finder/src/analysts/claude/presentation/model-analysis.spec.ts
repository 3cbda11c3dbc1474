import { describe, expect, it } from '@jest/globals';
import { FacetKind, PatternCategory } from '@warren/contracts';
import type { Candidate, CommunityAnalysis } from '@warren/contracts';
import { ModelAnalysis, forModel } from './model-analysis.ts';
import { bytesOf } from './within-bytes.ts';

/** Builds an analysis of a membership by its size, the number of candidates, in category order, and facets of each. */
function analysisOf(
  members: number,
  candidates: number,
  facetsOf: (at: number) => number,
): CommunityAnalysis {
  const label = (kind: string, at: number): string => `${kind} of a kind ${at}`;
  const counts = Array.from({ length: 20 }, (_, at): [string, number] => [label('skill', at), members]);
  return {
    revision: 1,
    total_active_members: members,
    field_completion_rates: { bio: { rate: 2 / 3, filled: members, total: members, avg_length: 432.1234 } },
    common_skills: counts,
    common_interests: counts,
    unique_skills: counts.map(([name]) => name),
    unique_interests: counts.map(([name]) => name),
    common_facets: FacetKind.options.flatMap((kind) =>
      counts.map(([name]) => ({ key: `${kind}:${name}`, label: name, in_community: members })),
    ),
    candidates: Array.from({ length: candidates }, (_, at): Candidate => {
      const keys = Array.from({ length: facetsOf(at) }, (_key, place) => `skill:${label('skill', place)}`);
      return {
        topic: null,
        id: `${at}`.padStart(32, '0'),
        category:
          PatternCategory.options[Math.floor((at * PatternCategory.options.length) / candidates)] ??
          'cross_domain',
        basis: 'beyond_chance',
        rule: { clauses: [{ at_least: 3, of: keys }] },
        facets: keys.map((key) => ({
          key,
          label: key.slice(6),
          in_pattern: members,
          in_community: members,
        })),
        member_count: members,
        statistics: {
          observed: members,
          share: 1 / 3,
          share_low: 1 / 7,
          share_high: 2 / 3,
          expected: members / 7,
          lift: 100 / 7,
          lift_low: 10 / 7,
          lift_high: 200 / 7,
          p_value: 1e-200 / 7,
          q_value: 1e-199 / 7,
          tested: 1e12,
        },
      };
    }),
    tested: 1_000_000,
    null_model: 'any',
    focus: null,
  };
}

const small = forModel(analysisOf(80, 30, () => 3));
const huge = forModel(analysisOf(100_000, 100, (at) => 5 + (at % 11)));

describe('forModel', () => {
  it('stays nearly as short for a large membership with many long candidates', () => {
    expect(bytesOf(huge)).toBeLessThan(1.3 * bytesOf(small));
    expect(small.candidates).toHaveLength(30);
    expect(huge.candidates.length).toBeGreaterThanOrEqual(12);
    expect(huge.more_candidates).toBe(100 - huge.candidates.length);
  });

  it('shows some of each category if not all fit', () => {
    for (const category of PatternCategory.options) {
      const shown = huge.candidates.filter((candidate) => candidate.category === category);
      expect(shown.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('shows each rule whole, since a save by its id means it', () => {
    expect(huge.candidates.map(({ id, rule }) => [id, rule])).toEqual(
      analysisOf(100_000, 100, (at) => 5 + (at % 11))
        .candidates.filter(({ id }) => huge.candidates.some((shown) => shown.id === id))
        .map(({ id, rule }) => [id, rule]),
    );
  });

  it('skips a candidate that alone would fill it, and shows the others', () => {
    const shown = forModel(analysisOf(80, 10, (at) => (at === 0 ? 1_000 : 3)));
    expect(shown.candidates.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shown.more_candidates).toBe(1);
  });

  it('leaves out free text in place of labels', () => {
    const analysis = analysisOf(80, 1, () => 2);
    const shown = forModel({ ...analysis, unique_skills: ['weaving', 'and so on '.repeat(30)] });
    expect(shown.unique_skills).toEqual(['weaving']);
  });

  it('rounds numbers, and can be read back', () => {
    expect(small.candidates[0]).toMatchObject({ expected: 11.4, lift: 14.3, lift_low: 1.43, share: 0.333 });
    expect(small.field_completion_rates['bio']).toMatchObject({ rate: 0.667, avg_length: 432 });
    expect(ModelAnalysis.parse(JSON.parse(JSON.stringify(huge)))).toEqual(huge);
  });
});
