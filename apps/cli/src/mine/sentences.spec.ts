import { describe, expect, it } from '@jest/globals';
import type { Rule, Statistics } from '@warren/contracts';
import type { Candidate } from '@warren/mining';
import { amount, percent, rate } from './numbers.ts';
import { sentenceFor } from './sentences.ts';
import type { Names } from './sentences.ts';
import { wrapText, printable } from './wrap-text.ts';

const names: Names = {
  labelOf: (key) => key.slice(key.indexOf(':') + 1),
  nameOf: (id) => `m${id}`,
};
const beyond: Partial<Statistics> = {
  observed: 44,
  expected: 14.2,
  lift: 3.1,
  lift_low: 2.4,
  lift_high: 4.02,
  q_value: 0.0000021,
};

function sentenceOf(
  rule: Rule,
  statistics: Partial<Statistics> = beyond,
  rest: Partial<Candidate> = {},
): string {
  const none = {
    observed: 0,
    share: 0,
    share_low: 0,
    share_high: 0,
    expected: null,
    lift: null,
    lift_low: null,
    lift_high: null,
    p_value: null,
    q_value: null,
    tested: null,
  };
  const candidate: Candidate = {
    id: 'id',
    category: 'skill_cluster',
    basis: 'beyond_chance',
    rule,
    facets: [],
    member_ids: [],
    statistics: { ...none, ...statistics },
    ...rest,
  };
  return sentenceFor(candidate, names);
}
const clause = (at_least: number, ...of: string[]) => ({ at_least, of });
const rule = (...clauses: { at_least: number; of: string[] }[]) => ({ clauses });
const numbers = '; 14 would by chance (3.1 times, between 2.4 and 4.0; q 0.000002).';

describe('the sentence of a candidate', () => {
  it.each([
    ['both of two', rule(clause(2, 'skill:Mapbox', 'skill:QGIS')), 'both Mapbox and QGIS'],
    ['all of three', rule(clause(3, 'skill:a', 'skill:b', 'skill:c')), 'all of a, b and c'],
    ['one without another', { ...rule(clause(1, 'skill:a')), none_of: ['skill:b'] }, 'a but not b'],
    [
      'some of four',
      rule(clause(2, 'skill:a', 'skill:b', 'skill:c', 'skill:d')),
      'at least 2 of a, b, c and d',
    ],
    [
      'a hub across kinds',
      rule(clause(1, 'location:Germany'), clause(1, 'interest:Physics', 'interest:Geology')),
      'the place Germany, and at least one of the interests Physics and Geology',
    ],
    [
      'all of two kinds',
      rule(clause(2, 'skill:a', 'skill:b'), clause(1, 'interest:c')),
      'the skills a and b, and the interest c',
    ],
    [
      'some of a clause of two kinds',
      rule(clause(2, 'skill:a', 'skill:b', 'interest:c')),
      'at least 2 of the skills a and b and the interest c',
    ],
    [
      'a label that would read as two',
      rule(clause(2, 'role:Manager, VP', 'role:Arts and crafts')),
      'both “Manager, VP” and “Arts and crafts”',
    ],
  ])('describes %s', (_what, given, words) => {
    expect(sentenceOf(given)).toBe(`44 members list ${words}${numbers}`);
  });

  it('gives no q if chance may explain it, and only a share if there is no other statistic', () => {
    const pair = rule(clause(2, 'skill:a', 'skill:b'));
    const shared = { observed: 4, expected: 0.01, lift: 400, lift_low: 150.4, lift_high: 1034 };
    expect(sentenceOf(pair, shared, { basis: 'shared' })).toBe(
      '4 members list both a and b; fewer than 0.1 would by chance (400 times, between 150 and 1,034).',
    );
    const share = { observed: 1234, share: 0.356, share_low: 0.3, share_high: 0.41 };
    expect(
      sentenceOf(rule(clause(1, 'skill:a')), share, { basis: 'share', category: 'community_strength' }),
    ).toBe('1,234 members list a: 36 % of those who list anything (between 30 % and 41 %).');
  });

  it('names who offers, who seeks, and the first pairs', () => {
    const pair = (giver: number, seeker: number) => ({
      giver,
      seeker,
      facet: 'skill:welding',
      shared: [],
      mutual: false,
    });
    const wish = (given: string, givers: number[], seekers: number[]) =>
      sentenceOf(
        { givers: rule(clause(1, given)), seekers: rule(clause(1, 'looking_for:welding')) },
        { observed: 5 },
        { basis: 'wish', sides: { givers, seekers }, pairs: [pair(1, 3), pair(2, 4)] },
      );
    expect(wish('skill:welding', [1, 2, 5, 6, 7], [3])).toBe(
      '5 members offer welding (m1, m2, m5 and 2 more), 1 looks for it (m3). Introduce m1 to m3 and m2 to m4.',
    );
    expect(wish('interest:metal', [1], [3, 4])).toBe(
      '1 member lists metal (m1), 2 look for welding (m3 and m4). Introduce m1 to m3 and m2 to m4.',
    );
  });

  it('names the bridges of two groups that keep apart', () => {
    const side = (has: string, lacks: string) => ({
      ...rule(clause(1, `skill:${has}`)),
      none_of: [`skill:${lacks}`],
    });
    const sides = { givers: [1, 2], seekers: [3, 4, 5] };
    const pairs = [{ giver: 1, seeker: 3, facet: 'skill:a', shared: [], mutual: false }];
    const apart = { basis: 'apart' as const, sides, pairs };
    const few = { observed: 2, expected: 9.6, lift: 0.21, lift_low: 0.06, lift_high: 0.74, q_value: 0.001 };
    const rules = { givers: side('a', 'b'), seekers: side('b', 'a') };
    expect(sentenceOf(rules, few, { ...apart, bridges: [6, 7] })).toBe(
      '2 members list a alone, 3 members list b alone, and 2 list both (bridges: m6 and m7); ' +
        '9.6 would by chance (0.2 times, between 0.1 and 0.7; q 0.0010). Introduce m1 to m3.',
    );
    expect(sentenceOf(rules, { ...few, observed: 0 }, { ...apart, bridges: [] })).toContain(
      'and nobody lists both;',
    );
  });

  it('says of a swap what each side lists', () => {
    const side = (has: string, wants: string) =>
      rule(clause(1, `skill:${has}`), clause(1, `looking_for:${wants}`));
    const pairs = [{ giver: 1, seeker: 3, facet: 'skill:welding', shared: [], mutual: true }];
    expect(
      sentenceOf(
        { givers: side('welding', 'figma'), seekers: side('figma', 'welding') },
        {},
        { basis: 'swap', sides: { givers: [1, 2], seekers: [3] }, pairs },
      ),
    ).toBe(
      '2 members list the skill welding, and the wish figma (m1 and m2); ' +
        '1 member lists the skill figma, and the wish welding (m3). Introduce m1 to m3.',
    );
  });

  it('says of two groups with something in common that they could meet, not that one of them looks for anything', () => {
    const givers = rule(clause(2, 'skill:forging', 'skill:casting'), clause(1, 'interest:bees'));
    const seekers = rule(clause(2, 'skill:mapbox', 'skill:qgis'), clause(1, 'interest:bees'));
    const sentence = sentenceOf(
      { givers, seekers },
      { expected: 2, lift: 3.5, lift_low: 0.8, lift_high: 9 },
      {
        category: 'collaboration_opportunity',
        basis: 'shared',
        sides: { givers: [1, 2, 3], seekers: [7, 8, 9, 10] },
        pairs: [{ giver: 1, seeker: 7, facet: 'skill:forging', shared: ['interest:bees'], mutual: false }],
      },
    );
    expect(sentence).toBe(
      '3 members list the skills forging and casting, and the interest bees (m1, m2 and m3); ' +
        '4 members list the skills mapbox and qgis, and the interest bees (m7, m8, m9 and 1 more); ' +
        'hardly anybody is both; 2.0 would by chance (3.5 times, between 0.8 and 9.0). Introduce m1 to m7.',
    );
  });
});

describe('numbers', () => {
  it('are as exact as a reader needs', () => {
    expect([0.01, 0.2, 9.94, 9.96, 1234.4].map(amount)).toEqual([
      'fewer than 0.1',
      '0.2',
      '9.9',
      '10',
      '1,234',
    ]);
    expect([0.05, 0.0123, 0.00046, 0.000002, 1e-30].map(rate)).toEqual([
      '0.050',
      '0.012',
      '0.0005',
      '0.000002',
      'below 0.000001',
    ]);
    expect([0, 0.0012, 0.05, 0.357].map(percent)).toEqual(['0 %', '0.12 %', '5 %', '36 %']);
  });
});

describe('lines', () => {
  it('break between words within the width, the later ones as far in as the first', () => {
    expect(wrapText('• ', 'one two three four', 10)).toBe('• one two\n  three\n  four');
    expect(wrapText('• ', 'incomprehensibilities, no less', 10)).toBe('• incomprehensibilities,\n  no less');
    expect(wrapText('', '糸 染め 織り', 7)).toBe('糸 染め\n織り');
  });

  it('hold nothing that would steer a terminal', () => {
    expect(printable('\u001b[31mred\u0007\n\u202eblue\t ')).toBe('[31mred blue');
  });
});
