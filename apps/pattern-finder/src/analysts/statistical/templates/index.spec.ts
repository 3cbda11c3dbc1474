import { describe, expect, it } from '@jest/globals';
import { PatternCategory, isTwoSided } from '@warren/contracts';
import type { Candidate } from '@warren/contracts';
import { fillTemplate } from './index.ts';

interface Made {
  id?: string;
  basis?: Candidate['basis'];
  topic?: string;
  rule?: Candidate['rule'];
}

/** A candidate whose labels are given by key, the most carried first. */
function candidate(
  category: Candidate['category'],
  labels: Record<string, string>,
  { id = 'x', basis = 'beyond_chance', topic, rule }: Made = {},
): Candidate {
  const keys = Object.keys(labels);
  return {
    id,
    category,
    basis,
    topic: topic ?? null,
    rule: rule ?? { clauses: [{ at_least: Math.min(2, keys.length), of: keys }] },
    facets: Object.entries(labels).map(([key, label], place) => ({
      key,
      label,
      in_pattern: 90 - place,
      in_community: 99,
    })),
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

const maps = {
  'skill:mapbox': 'Mapbox',
  'skill:leaflet': 'Leaflet',
  'skill:qgis': 'QGIS',
  'skill:gis': 'GIS',
};
const all = (...of: string[]) => ({ at_least: of.length, of });

describe('the statistical analyst’s text', () => {
  it.each(PatternCategory.options)(
    'name a %s by its facets, explain it and ask two or three questions',
    (category) => {
      const words = fillTemplate(candidate(category, maps));
      expect(words.name).toContain('QGIS');
      expect(words.description).toContain('{member_count}');
      expect(words.description.split(/[.] /).length).toBeGreaterThanOrEqual(2);
      expect(words.question_prompts.length).toBeGreaterThanOrEqual(2);
      expect(new Set(words.question_prompts).size).toBe(words.question_prompts.length);
      expect(words.question_prompts.length).toBeLessThanOrEqual(3);
      expect(words.question_prompts.every((question) => question.endsWith('?'))).toBe(true);
    },
  );

  it('begins a name with the topic, if there is one', () => {
    expect(fillTemplate(candidate('skill_cluster', maps, { topic: 'Maps on the web' })).name).toBe(
      'Maps on the web: Mapbox, Leaflet and QGIS',
    );
    expect(fillTemplate(candidate('skill_cluster', maps)).name).toBe(
      'Mapbox, Leaflet and QGIS in the same hands',
    );
  });

  it('names every facet if the short name is taken', () => {
    expect(fillTemplate(candidate('skill_cluster', maps), true).name).toContain('GIS');
    expect(fillTemplate(candidate('skill_cluster', maps), true).name).toContain('QGIS and GIS');
  });

  it('is the same for the same candidate, and varies between candidates', () => {
    const ids = Array.from({ length: 10 }, (_, place) => `candidate ${place}`);
    const asked = ids.map((id) => fillTemplate(candidate('skill_cluster', maps, { id })).question_prompts);
    expect(ids.map((id) => fillTemplate(candidate('skill_cluster', maps, { id })).question_prompts)).toEqual(
      asked,
    );
    expect(new Set(asked.map(([question]) => question)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(asked.map((questions) => questions.join())).size).toBeGreaterThanOrEqual(8);
  });

  it('says how much of the rule a member has', () => {
    const described = (...clauses: { at_least: number; of: string[] }[]) =>
      fillTemplate(candidate('skill_cluster', maps, { rule: { clauses } })).description;
    const keys = Object.keys(maps);
    expect(described({ at_least: 4, of: keys })).toContain('list all of Mapbox, Leaflet, QGIS and GIS');
    expect(described({ at_least: 2, of: keys })).toContain('list several of Mapbox, Leaflet, QGIS and GIS');
    expect(described({ at_least: 1, of: keys })).toContain('list any of Mapbox, Leaflet, QGIS or GIS');
    expect(described({ at_least: 2, of: keys.slice(0, 2) })).toContain('list Mapbox and Leaflet');
  });
});

describe('the text for facets of several kinds', () => {
  it.each([
    [{ 'skill:grafting': 'Grafting', 'role:farmer': 'Farmer' }, 'Grafting in the role of Farmer'],
    [{ 'role:farmer': 'Farmer', 'skill:grafting': 'Grafting' }, 'Grafting in the role of Farmer'],
    [{ 'location:norway': 'Norway', 'role:farmer': 'Farmer' }, 'Farmer in Norway'],
    [{ 'interest:chemistry': 'Chemistry', 'location:norway': 'Norway' }, 'Chemistry in Norway'],
    [{ 'skill:fundraising': 'Fundraising', 'trait:organised': 'organised' }, 'Fundraising with “organised”'],
    [{ 'skill:writing': 'Writing', 'interest:reading': 'reading' }, 'Where Writing meets reading'],
  ])('name %j "%s"', (labels, name) => {
    const clauses = Object.keys(labels).map((key) => all(key));
    expect(fillTemplate(candidate('cross_domain', labels, { rule: { clauses } })).name).toBe(name);
  });

  it('keeps the sides of the rule apart', () => {
    const labels = {
      'skill:qgis': 'QGIS',
      'skill:r': 'R',
      'interest:birds': 'birds',
      'interest:bats': 'bats',
    };
    const rule = {
      clauses: [{ at_least: 1, of: ['skill:qgis', 'skill:r'] }, all('interest:birds', 'interest:bats')],
    };
    const { name, description } = fillTemplate(
      candidate('cross_domain', labels, { rule, topic: 'Out there' }),
    );
    expect(name).toBe('Out there: where QGIS and R meet birds and bats');
    expect(description).toContain('bring together any of QGIS or R with birds and bats');
  });
});

describe('the text for a collaboration', () => {
  it('describes two groups that could meet, without inventing a wish', () => {
    const boats = all('interest:boats');
    const rule = {
      givers: { clauses: [all('skill:welding', 'skill:forging'), boats] },
      seekers: { clauses: [all('skill:sewing', 'skill:dyeing'), boats] },
    };
    const labels = {
      'skill:dyeing': 'dyeing',
      'skill:forging': 'forging',
      'skill:sewing': 'sewing',
      'skill:welding': 'welding',
      'interest:boats': 'boats',
    };
    const { name, description, question_prompts } = fillTemplate(
      candidate('collaboration_opportunity', labels, { basis: 'shared', rule }),
    );
    expect(name).toBe('Boats: forging and welding could meet dyeing and sewing');
    expect(description).toContain(
      'Members who know forging and welding and members who know dyeing and sewing',
    );
    expect([name, description, ...question_prompts].join()).not.toMatch(/offer|look for|want|need/i);
  });

  it('calls an interest shared and not offered', () => {
    const rule = {
      givers: { clauses: [all('interest:hiking')] },
      seekers: { clauses: [all('looking_for:hiking')] },
    };
    expect(isTwoSided(rule)).toBe(true);
    const labels = { 'interest:hiking': 'hiking', 'looking_for:hiking': 'hiking' };
    const { name, description } = fillTemplate(
      candidate('collaboration_opportunity', labels, { basis: 'wish', rule }),
    );
    expect(name).toBe('Hiking: looked for and shared');
    expect(description).toContain('look for hiking and others care about it');
  });
});

it('begins a label of several words small in mid-sentence, and leaves names as they are', () => {
  const named = (label: string) =>
    fillTemplate(candidate('collaboration_opportunity', { 'skill:x': label }, { basis: 'wish' })).description;
  expect(named('Grant writing')).toContain('look for grant writing and');
  for (const label of ['Python', 'Information and Computing Sciences']) {
    expect(named(label)).toContain(`look for ${label} and`);
  }
});
