import { describe, expect, it } from '@jest/globals';
import { PatternCategory } from '@warren/contracts';
import type { Candidate } from '@warren/contracts';
import { wordsFor } from './words-for.ts';

function candidate(category: Candidate['category'], basis: Candidate['basis'] = 'beyond_chance'): Candidate {
  const facet = (key: string, label: string, in_pattern: number) => ({
    key,
    label,
    in_pattern,
    in_community: 20,
  });
  return {
    id: 'x',
    category,
    basis,
    topic: null,
    rule: { clauses: [{ at_least: 2, of: ['skill:qgis', 'skill:mapbox', 'interest:birds'] }] },
    facets: [
      facet('skill:qgis', 'QGIS', 9),
      facet('skill:mapbox', 'Mapbox', 8),
      facet('interest:birds', 'birds', 7),
    ],
    member_count: 10,
    statistics: {
      observed: 10,
      share: 0.1,
      share_low: 0,
      share_high: 1,
      expected: 1,
      lift: 10,
      lift_low: 2,
      lift_high: 9,
      p_value: 0.001,
      q_value: 0.01,
      tested: 9,
    },
  };
}

describe('the statistical analyst’s words', () => {
  it.each(PatternCategory.options)(
    'name a %s by its facets, explain it and ask two or three questions',
    (category) => {
      const words = wordsFor(candidate(category));
      expect(words.name).toContain('QGIS');
      expect(words.description).toContain('{member_count}');
      expect(words.description.split('. ').length).toBeGreaterThanOrEqual(2);
      expect(words.question_prompts.length).toBeGreaterThanOrEqual(2);
      expect(words.question_prompts.length).toBeLessThanOrEqual(3);
      expect(words.question_prompts.every((question) => question.endsWith('?'))).toBe(true);
    },
  );

  it('name every facet where the short name is taken', () => {
    expect(wordsFor(candidate('skill_cluster'), true).name).toContain('birds');
  });
});

describe('the words for a collaboration', () => {
  const collaboration = (
    basis: 'wish' | 'shared',
    rule: Candidate['rule'],
    labels: Record<string, string>,
  ) => ({
    ...candidate('collaboration_opportunity', basis),
    rule,
    facets: Object.entries(labels).map(([key, label]) => ({ key, label, in_pattern: 6, in_community: 9 })),
  });
  const all = (...of: string[]) => ({ at_least: of.length, of });

  it('speak of two groups that could meet, and of no wish, where nobody asked', () => {
    const boats = all('interest:boats');
    const rule = {
      givers: { clauses: [all('skill:welding', 'skill:forging'), boats] },
      seekers: { clauses: [all('skill:sewing', 'skill:dyeing'), boats] },
    };
    const { name, description, question_prompts } = wordsFor(
      collaboration('shared', rule, {
        'skill:welding': 'welding',
        'skill:forging': 'forging',
        'skill:sewing': 'sewing',
        'skill:dyeing': 'dyeing',
        'interest:boats': 'boats',
      }),
    );
    expect(name).toBe('Boats: forging and welding could meet dyeing and sewing');
    expect(description).toContain(
      'Members at home in forging and welding and members at home in dyeing and sewing',
    );
    expect([name, description, ...question_prompts].join()).not.toMatch(/offer|look for|want|need/i);
  });

  it('call an interest shared and not offered', () => {
    const rule = {
      givers: { clauses: [all('interest:hiking')] },
      seekers: { clauses: [all('looking_for:hiking')] },
    };
    const labels = { 'interest:hiking': 'hiking', 'looking_for:hiking': 'hiking' };
    const { name, description } = wordsFor(collaboration('wish', rule, labels));
    expect(name).toBe('Hiking: looked for and shared');
    expect(description).toContain('look for hiking and others care about it');
  });
});

it('begins a label of several words small in mid-sentence, and leaves names as they are', () => {
  const grants = candidate('community_strength');
  const [first] = grants.facets;
  const words = wordsFor({ ...grants, facets: [{ ...first!, label: 'Grant writing' }] });
  expect(words.name).toBe('A strength: grant writing');
  for (const label of ['Python', 'Information and Computing Sciences']) {
    expect(wordsFor({ ...grants, facets: [{ ...first!, label }] }).name).toBe(`A strength: ${label}`);
  }
});
