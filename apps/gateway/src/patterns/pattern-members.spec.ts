import { describe, expect, it } from '@jest/globals';
import { Evidence } from '@warren/contracts';
import type { MemberBrief } from '@warren/contracts';
import { aPattern } from '../../test/builders.ts';
import { introductionsOf, memberOf } from './pattern-members.ts';

const brief: MemberBrief = {
  id: 1,
  first_name: 'Ada',
  last_name: 'Lovelace',
  role: '',
  facets: [
    { key: 'skill:figma', label: 'figma' },
    { key: 'interest:tea', label: 'Tea' },
  ],
};

describe('memberOf', () => {
  it('shows only the facets that the rule names', () => {
    expect(memberOf(aPattern(1), brief)).toEqual({
      ...brief,
      facets: [{ key: 'skill:figma', label: 'figma' }],
      quotes: [],
      side: null,
    });
  });

  it('shows the quotes of this member if the pattern is based on quotes', () => {
    const evidence = Evidence.parse({
      ...aPattern(1).evidence,
      basis: 'quotes',
      rule: undefined,
      quotes: [
        { member_id: 1, field: 'bio', quote: 'I mend old clocks' },
        { member_id: 2, field: 'bio', quote: 'I mend old radios' },
      ],
    });
    expect(memberOf(aPattern(1, { evidence }), brief)).toMatchObject({
      facets: [],
      quotes: ['I mend old clocks'],
    });
  });

  it.each([
    [[1], [2], 'giver'],
    [[2], [1], 'seeker'],
    [[1], [1], 'both'],
    [[2], [3], null],
  ])('with givers %j and seekers %j its side is %s', (givers, seekers, side) => {
    const evidence = Evidence.parse({ ...aPattern(1).evidence, sides: { givers, seekers } });
    expect(memberOf(aPattern(1, { evidence }), brief).side).toBe(side);
  });

  it('shows a bridge between two sides that keep apart as belonging to both', () => {
    const sides = { sides: { givers: [2], seekers: [3] }, bridges: [1] };
    const evidence = Evidence.parse({ ...aPattern(1).evidence, basis: 'apart', ...sides });
    expect(memberOf(aPattern(1, { evidence }), brief).side).toBe('both');
  });
});

describe('introductionsOf', () => {
  it('keeps the order, and leaves out members that no longer exist', () => {
    const pairs = [
      { giver: 2, seeker: 1, facet: 'skill:figma' },
      { giver: 3, seeker: 1, facet: 'skill:figma' },
      { giver: 1, seeker: 2, facet: 'skill:stone walls' },
    ];
    const evidence = Evidence.parse({ ...aPattern(1).evidence, basis: 'wish', pairs });
    const found = introductionsOf(evidence, [brief, { ...brief, id: 2, first_name: 'Grace' }]);
    expect(
      found.map(({ giver, seeker, facet }) => [giver.first_name, seeker.first_name, facet.label]),
    ).toEqual([
      ['Grace', 'Ada', 'Figma'],
      ['Ada', 'Grace', 'stone walls'],
    ]);
  });
});
