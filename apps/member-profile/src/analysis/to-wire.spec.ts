import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '@warren/facets';
import { toCandidate } from './to-wire.ts';
import { Topics } from './topics/topics.ts';

const topics = Topics.of(new Vocabulary());
const share = { observed: 5, share: 0.1, share_low: 0.05, share_high: 0.2 };
const none = { expected: null, lift: null, lift_low: null, lift_high: null, p_value: null, q_value: null };

function mined(...keys: string[]) {
  return {
    id: 'x',
    category: 'skill_cluster' as const,
    basis: 'beyond_chance' as const,
    rule: { clauses: [{ at_least: keys.length, of: keys }] },
    facets: keys.map((key) => ({ key, in_pattern: 5, in_community: 9 })),
    member_count: 5,
    statistics: { ...share, ...none, tested: null },
  };
}

describe('a candidate on the wire', () => {
  it('has the topic of its facets, and the labels that members write', () => {
    const community = { labels: new Map([['skill:qgis', 'Qgis']]) };
    const { topic, facets } = toCandidate(mined('skill:qgis', 'skill:mapbox'), community, topics);
    expect(topic).toBe('Maps on the web');
    expect(facets.map(({ label }) => label)).toEqual(['Qgis', 'mapbox']);
  });

  it('has no topic if none covers its facets', () => {
    expect(
      toCandidate(mined('skill:qgis', 'skill:knitting'), { labels: new Map() }, topics).topic,
    ).toBeNull();
  });
});
