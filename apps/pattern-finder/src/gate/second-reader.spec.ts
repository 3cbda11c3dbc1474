import { describe, expect, it } from '@jest/globals';
import type { Evidence, FacetCount } from '@warren/contracts';
import { digestOfSubject, readSubjectOf } from './second-reader.ts';

const statistics = {
  ...{ observed: 5, share: 0.1, share_low: 0, share_high: 1, expected: null, lift: null },
  ...{ lift_low: null, lift_high: null, p_value: null, q_value: null, tested: null },
};
const text = { name: 'Bakers', description: 'They bake.', questionPrompts: ['What?', 'With whom?'] };

const facet = (key: string, label: string): FacetCount => ({ key, label, in_pattern: 5, in_community: 9 });

function evidence(more: Partial<Evidence>): Evidence {
  return { basis: 'shared', facets: [], statistics, ...more };
}

describe('what a second reader is given', () => {
  it('tells people apart by numbers that mean nothing elsewhere', () => {
    const quotes = [71, 4, 71].map((member_id, at) => ({
      member_id,
      field: 'bio' as const,
      quote: `Bread number ${at} is mine.`,
    }));
    const subject = readSubjectOf(text, evidence({ basis: 'quotes', quotes }), 2);
    expect(subject.evidence).toMatchObject({ quotes: [{ person: 1 }, { person: 2 }, { person: 1 }] });
    expect(JSON.stringify(subject)).not.toContain('71');
  });

  it('names the facets of each side, by kind and label', () => {
    const one = (key: string) => ({ clauses: [{ at_least: 1, of: [key] }] });
    const rule = { givers: one('skill:welding'), seekers: one('looking_for:welding') };
    const facets = [facet('skill:welding', 'Welding')];
    expect(readSubjectOf(text, evidence({ rule, facets }), 7).evidence).toEqual({
      basis: 'shared',
      facets: { givers: ['skill: Welding'], seekers: ['looking_for: welding'] },
      members: 7,
    });
  });

  it('tells what a rule leaves out apart from what it asks for', () => {
    const rule = { clauses: [{ at_least: 1, of: ['skill:qgis'] }], none_of: ['skill:python'] };
    expect(readSubjectOf(text, evidence({ rule }), 5).evidence).toMatchObject({
      facets: ['skill: qgis'],
      without: ['skill: python'],
    });
  });
});

describe('the digest of it', () => {
  const rule = { clauses: [{ at_least: 1, of: ['skill:baking'] }] };
  const of = (members: number, change: Partial<typeof text> = {}) =>
    digestOfSubject(readSubjectOf({ ...text, ...change }, evidence({ rule }), members));

  it('is the same while a pattern grows, and another for each text', () => {
    expect(of(5)).toBe(of(50));
    expect(new Set([of(5), of(5, { name: 'Millers' }), of(5, { description: 'They mill.' })]).size).toBe(3);
    expect(of(5)).toMatch(/^[\w-]{43}$/);
  });
});
