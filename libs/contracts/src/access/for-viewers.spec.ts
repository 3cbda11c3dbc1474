import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CommunityAnalysis } from '../analysis.ts';
import { CommunityDemand, FacetNetwork } from '../community.ts';
import * as contracts from '../index.ts';
import { FacetShare, Pattern } from '../patterns.ts';
import {
  analysisForViewers,
  demandForViewers,
  facetSharesForViewers,
  historyForViewers,
  isKeptFromViewers,
  nameForViewers,
  networkForViewers,
  patternForViewers,
  patternsForViewers,
  progressForViewers,
  questionsForViewers,
  runsForViewers,
} from './for-viewers.ts';

const statistics = {
  observed: 8,
  share: 0.5,
  share_low: 0.2,
  share_high: 0.8,
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};
const at = '2026-03-01T10:00:00.000Z';
const common = { key: 'skill:figma', label: 'Figma', in_pattern: 6, in_community: 9 };
const rare = { key: 'skill:falconry', label: 'Falconry', in_pattern: 2, in_community: 2 };

function aPattern(facets: (typeof common)[], of: string[]): Pattern {
  return Pattern.parse({
    id: 1,
    name: 'People who draw',
    description: 'They draw, and show it.',
    category: 'skill_cluster',
    member_count: 8,
    related_member_ids: [11, 12],
    evidence: {
      basis: 'share',
      rule: { clauses: [{ at_least: 1, of }] },
      quotes: [{ member_id: 11, field: 'bio', quote: 'I draw with ink.' }],
      facets,
      statistics,
      sides: { givers: [11], seekers: [12] },
      pairs: [{ giver: 11, seeker: 12, facet: 'skill:figma' }],
    },
    question_prompts: ['What do you draw?', 'With what?'],
    is_active: true,
    created_at: at,
    updated_at: at,
    version: 1,
    state: 'new',
    member_change: null,
    pinned: false,
    analyst: 'statistical',
    run_id: null,
  });
}

it.each(
  Object.entries({
    analysisForViewers,
    demandForViewers,
    facetSharesForViewers,
    historyForViewers,
    nameForViewers,
    networkForViewers,
    patternForViewers,
    progressForViewers,
    questionsForViewers,
    runsForViewers,
  }),
)('%s names each key of each object that it tells, so that a new one is hidden', (_name, forViewers) => {
  const told: z.ZodObject[] = [];
  z.toJSONSchema<z.ZodType>(forViewers(5), {
    io: 'input',
    override: ({ zodSchema }) => (zodSchema instanceof z.ZodObject ? told.push(zodSchema) : undefined),
  });
  expect(told).not.toHaveLength(0);
  const rule = ['Clause', 'SimpleRule', 'TwoSidedRule'];
  const whole = Object.entries(contracts).filter(
    ([name, it]) =>
      it instanceof z.ZodObject && !rule.includes(name) && told.some(({ shape }) => shape === it.shape),
  );
  expect(whole.map(([name]) => name)).toEqual([]);
  expect(told.filter((it) => it.def.catchall !== undefined)).toEqual([]);
});

describe('a pattern of sides that keep apart', () => {
  const apart = (observed: number): Pattern => {
    const pattern = aPattern([common], ['skill:figma']);
    const evidence = { ...pattern.evidence, basis: 'apart' as const, bridges: [13] };
    return { ...pattern, evidence: { ...evidence, statistics: { ...statistics, observed, expected: 9 } } };
  };

  it('is told without its bridges, and not at all where these are few', () => {
    const shown = patternForViewers(5).parse(apart(6));
    expect(JSON.stringify(shown)).not.toContain('13');
    expect(shown.evidence).not.toHaveProperty('bridges');
    const told = patternsForViewers(5).parse([apart(0), apart(1), apart(4), apart(5)]);
    expect(told.map(({ evidence }) => evidence.statistics.observed)).toEqual([0, 5]);
    expect([0, 1, 4, 5].map((bridges) => isKeptFromViewers(apart(bridges), 5))).toEqual([
      ...[false, true, true, false],
    ]);
  });
});

describe('a pattern', () => {
  it('keeps its words and numbers, and is read as a pattern', () => {
    const pattern = aPattern([common], ['skill:figma']);
    const shown = patternForViewers(5).parse(pattern);
    expect(patternsForViewers(5).parse([pattern])).toEqual([shown]);
    const quoting = { ...pattern, description: 'One says “I draw with ink.” and does.' };
    expect(patternsForViewers(5).parse([quoting])).toEqual([patternForViewers(5).parse(quoting)]);
    expect(shown).toEqual({
      ...pattern,
      related_member_ids: [],
      evidence: {
        basis: 'share',
        rule: pattern.evidence.rule,
        facets: [common],
        statistics,
      },
    });
    expect(Pattern.parse(shown)).toEqual(shown);
  });

  it('does not tell a facet of few, nor the rule that names it', () => {
    const { evidence } = patternForViewers(5).parse(aPattern([common, rare], [common.key, rare.key]));
    expect(evidence).toEqual({ basis: 'share', facets: [common], statistics });
    expect(patternForViewers(2).parse(aPattern([common, rare], [rare.key])).evidence.facets).toHaveLength(2);
  });

  it('repeats no quote in its texts', () => {
    const pattern = {
      ...aPattern([common], ['skill:figma']),
      name: '“I draw with ink”',
      description: 'One says: i draw with ink, and others do so too.',
      question_prompts: ['Who else can say “I draw with ink.”?', 'I draw with ink.'],
    };
    const shown = patternForViewers(5).parse(pattern);
    expect(JSON.stringify(shown)).not.toMatch(/with ink/i);
    expect(shown.description).toBe('One says: …, and others do so too.');
    expect(Pattern.parse(shown)).toEqual(shown);
  });

  it('has no key that nobody thought of', () => {
    const pattern = { ...aPattern([common], ['skill:figma']), witnesses: ['Ada'] };
    expect(patternForViewers(5).parse(pattern)).not.toHaveProperty('witnesses');
  });

  it('is not told of where it is too small: alone an error, in a list left out', () => {
    const small = { ...aPattern([common], ['skill:figma']), id: 2, member_count: 4 };
    expect(() => patternForViewers(5).parse(small)).toThrow();
    const list = patternsForViewers(5).parse([small, aPattern([common], ['skill:figma'])]);
    expect(list.map(({ id }) => id)).toEqual([1]);
  });
});

it('tells of an analysis what enough members have', () => {
  const candidate = { id: 'x', category: 'skill_cluster', basis: 'share', topic: null, statistics };
  const rule = { clauses: [{ at_least: 1, of: ['skill:figma'] }] };
  const analysis = CommunityAnalysis.parse({
    revision: 3,
    total_active_members: 40,
    field_completion_rates: {
      bio: { rate: 0.5, filled: 20, total: 40 },
      role: { rate: 0.1, filled: 4, total: 40, avg_length: 31 },
      looking_for: { rate: 0, filled: 0, total: 40 },
    },
    common_skills: [
      ['Figma', 9],
      ['Falconry', 2],
    ],
    common_interests: [['Tea', 4]],
    unique_skills: ['Thatching'],
    unique_interests: ['Bell founding'],
    common_facets: [common, rare].map(({ in_pattern: _, ...facet }) => ({ ...facet, kind: 'skill' })),
    candidates: [
      { ...candidate, rule, facets: [common], member_count: 6 },
      { ...candidate, rule, facets: [common], member_count: 4 },
      { ...candidate, rule, facets: [common, rare], member_count: 8 },
    ],
    tested: 7,
    null_model: 'test',
    focus: { known: ['skill:falconry'], categories: [], unknown: [{ area: 'x', nearest: ['Falconry'] }] },
  });
  const shown = analysisForViewers(5).parse(analysis);
  expect(JSON.stringify(shown)).not.toMatch(/falconry|thatching|tea|bell|31/i);
  expect(shown).toMatchObject({ revision: 3, tested: 7, common_skills: [['Figma', 9]], focus: null });
  expect([shown.candidates.length, shown.common_facets.length]).toEqual([1, 1]);
  expect(Object.keys(shown.field_completion_rates)).toEqual(['bio', 'looking_for']);
  expect(CommunityAnalysis.parse(shown)).toEqual(shown);
});

it('leaves out of the network the facets of few, their links and their clusters, and counts what stays', () => {
  const facet = (key: string, in_community: number, cluster: number) => ({
    key,
    label: key,
    in_community,
    cluster,
  });
  const link = { expected: 1, lift: 2, lift_low: 1.2, lift_high: 4, q_value: 0.01 };
  const network = FacetNetwork.parse({
    revision: 1,
    total_active_members: 40,
    facets: [facet('skill:a', 4, 0), facet('skill:b', 20, 1), facet('skill:c', 9, 1), facet('skill:d', 2, 1)],
    links: [
      { ...link, a: 'skill:b', b: 'skill:c', observed: 7 },
      { ...link, a: 'skill:b', b: 'skill:c', observed: 4 },
      { ...link, a: 'skill:b', b: 'skill:d', observed: 5 },
    ],
    clusters: [
      { topic: 'Falcons', facets: 1 },
      { topic: 'Letters', facets: 3 },
    ],
    null_model: 'test',
  });
  const shown = networkForViewers(5).parse(network);
  expect(FacetNetwork.parse(shown)).toEqual(shown);
  expect(shown.facets.map(({ key, cluster }) => [key, cluster])).toEqual([
    ['skill:b', 0],
    ['skill:c', 0],
  ]);
  expect(shown.links.map(({ observed }) => observed)).toEqual([7]);
  expect(shown.clusters).toEqual([{ topic: 'Letters', facets: 2 }]);
});

it('tells of wishes of enough members, where nobody or enough others answer, and not how few do both', () => {
  const wish = (key: string, seekers: number, givers: number, both = 0) => ({
    key: `looking_for:${key}`,
    label: key,
    seekers,
    givers,
    both,
    answer: null,
  });
  const demand = CommunityDemand.parse({
    revision: 1,
    total_active_members: 40,
    wishes: [
      wish('a', 9, 0),
      wish('b', 9, 1),
      wish('c', 4, 9),
      wish('d', 5, 5),
      wish('e', 9, 9, 1),
      wish('f', 9, 9, 5),
    ],
  });
  const shown = demandForViewers(5).parse(demand);
  expect(shown.wishes.map(({ label, both }) => [label, both])).toEqual([
    ['a', 0],
    ['d', 0],
    ['e', null],
    ['f', 5],
  ]);
  expect(CommunityDemand.parse(shown)).toEqual(shown);
});

it('tells the shares of facets that enough members of the pattern carry', () => {
  const share = { share_in_pattern: 0.5, elsewhere: 3, share_elsewhere: 0.1 };
  const shares = [common, rare].map((facet) => FacetShare.parse({ ...facet, ...share }));
  expect(
    facetSharesForViewers(5)
      .parse(shares)
      .map(({ key }) => key),
  ).toEqual([common.key]);
});
