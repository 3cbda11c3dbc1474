import { describe, expect, it } from '@jest/globals';
import type { Basis, Evidence } from '@warren/contracts';
import { numbersOf } from '../patterns/placeholders.ts';
import type { CarriedFacets } from './carried-facets.ts';
import { checkNamedFacets } from './check-facets.ts';
import { checkText } from './check-text.ts';
import type { ClaimedText } from './claim-fields.ts';

const evidence: Evidence = {
  basis: 'beyond_chance',
  facets: [
    { key: 'skill:3d printing', label: '3D printing', in_pattern: 9, in_community: 11 },
    { key: 'skill:landscape photography', label: 'Landscape photography', in_pattern: 9, in_community: 11 },
    { key: 'interest:four hands piano', label: 'Four hands piano', in_pattern: 9, in_community: 11 },
  ],
  statistics: {
    observed: 12,
    share: 0.097,
    share_low: 0.06,
    share_high: 0.16,
    expected: 0.24,
    lift: 50.04,
    lift_low: 20,
    lift_high: 90,
    p_value: 1e-9,
    q_value: 1e-6,
    tested: 1000,
  },
};

const questions = ['What did you print first?', 'Whom would you teach?'];

function words(change: Partial<ClaimedText>): ClaimedText {
  return { name: 'Makers', description: 'They print what they need.', questionPrompts: questions, ...change };
}

function check(change: Partial<ClaimedText>, basis: Basis = 'beyond_chance'): void {
  checkText(words(change), { ...evidence, basis }, 'Studio 54');
}

describe('a number in an analyst’s text', () => {
  it.each([
    'All 42 of them',
    'about ½ of them',
    'the ２ of them',
    '{count} of them',
    'twelve of them',
    'Two crafts meet',
    'TWENTY-one people',
    'dozens of them',
    'twice as many',
    'one in five',
    'only one of them',
    'ninety per cent',
    'people in their thirties',
    'hundreds',
    'sieben von ihnen',
    'Dutzende im Dorf',
    '①st of all',
    'The Ⅻ of them',
  ])('is rejected in "%s"', (description) => {
    expect(() => check({ description })).toThrow(/is a number of your own/);
    expect(() => check({ name: description })).toThrow(/number/);
  });

  it.each([
    '{member_count} members, {share} of all, where {expected} would be expected ({lift} times)',
    'Friends of 3d printing and four hands piano',
    'They are the ones to ask, one another’s best teachers',
    'A second look at half-timbered houses, with a zero-waste kitchen',
    'An evening at Studio 54',
    'The third place between work and home',
    'People who often double as hosts',
    'Someone, everyone, no one; often and at last',
    'Two ends of one rope, at five, in six hours',
    'Um drei am Brunnen, nach zwei Stunden',
    'A quarterly meeting in the French Quarter',
  ])('is not found in "%s"', (description) => {
    expect(() => check({ description })).not.toThrow();
  });

  it.each([
    '{member_count}k people',
    '{member_count}{member_count}',
    '{member_count}.{expected} of them',
    'x{share}',
  ])('is rejected if it is joined from parts: "%s"', (description) => {
    expect(() => check({ description })).toThrow(/stand alone/);
  });

  it.each(['{lift}x what chance gives', '{member_count}-strong', '({share})', '{expected}; {lift}.'])(
    'may be next to punctuation: "%s"',
    (description) => {
      expect(() => check({ description })).not.toThrow();
    },
  );

  it('may be small in a question, and may not be large or in digits', () => {
    expect(() =>
      check({ questionPrompts: ['Which two tools would you keep?', 'Who are your three teachers?'] }),
    ).not.toThrow();
    expect(() => check({ questionPrompts: ['Which 2 tools would you keep?', 'Who?'] })).toThrow(/"2"/);
    expect(() => check({ questionPrompts: ['Would thirty come?', 'Who?'] })).toThrow(/"thirty"/);
  });

  it('is rejected in a name, which must hold when it changes', () => {
    expect(() => check({ name: 'The {member_count} makers' })).toThrow(/leave the numbers/);
  });

  it('is rejected if the basis has none', () => {
    const none = { ...evidence, basis: 'share' as const, statistics: { ...evidence.statistics, lift: null } };
    expect(() => checkText(words({ description: 'lift {lift}' }), none, '')).toThrow(/has no \{lift\}/);
  });

  it('is allowed in a quote of the pattern', () => {
    const quotes = [{ member_id: 1, field: 'bio' as const, quote: 'I swam 40 lengths a day' }];
    const quoted: Evidence = { ...evidence, basis: 'quotes', quotes };
    const description = 'As somebody says: “I swam 40 lengths a day”.';
    expect(() => checkText(words({ description }), quoted, '')).not.toThrow();
    expect(() =>
      checkText(words({ description: 'One says, "I swam 40 lengths a day."' }), quoted, ''),
    ).not.toThrow();
    expect(() => checkText(words({ description: 'Here I swam 40 lengths a day.' }), quoted, '')).toThrow(
      /"40"/,
    );
    expect(() => checkText(words({ description }), evidence, '')).toThrow(/"40"/);
  });
});

describe('words that compare', () => {
  const none = { expected: null, lift: null, lift_low: null, lift_high: null, q_value: null, tested: null };
  const uncompared = { ...evidence, basis: 'wish' as const, statistics: { ...evidence.statistics, ...none } };

  it.each([
    'far more of them than expected',
    'They are more often found together than you would expect.',
    'There are many times as many of them',
    'fewer people than chance',
    'Their number is above the average.',
  ])('are rejected where nothing was expected: "%s"', (description) => {
    expect(() => checkText(words({ description }), uncompared, '')).toThrow(/can carry/);
  });

  it.each(['They do more than talk', 'Many heads are better than none', 'more people than chairs'])(
    'are free where they compare with no expectation: "%s"',
    (description) => {
      expect(() => checkText(words({ description }), uncompared, '')).not.toThrow();
    },
  );
});

describe('words about sides that keep apart', () => {
  it.each(['fewer are on both sides than chance would give, a significant gap', 'They hardly meet.'])(
    'may sound tested: "%s"',
    (description) => {
      expect(() => check({ description }, 'apart')).not.toThrow();
    },
  );

  it.each(['more people than expected do both', 'These go together', 'They are beyond chance'])(
    'are rejected where they say the opposite: "%s"',
    (description) => {
      expect(() => check({ description }, 'apart')).toThrow(/says the opposite/);
    },
  );

  it('have the number of all members, not that of the bridges', () => {
    const sides = { sides: { givers: [1, 2, 3], seekers: [4, 5] }, bridges: [6] };
    const apart = { ...evidence, basis: 'apart' as const, ...sides };
    expect(numbersOf({ ...apart, statistics: { ...evidence.statistics, observed: 1 } })).toMatchObject({
      member_count: '6',
    });
  });
});

describe('words that sound tested', () => {
  it.each(['a significant group', 'an unusually close circle', 'strikingly many', 'no coincidence'])(
    'are rejected if chance may explain it: "%s"',
    (description) => {
      expect(() => check({ description }, 'shared')).toThrow(/says more than this pattern's basis/);
      expect(() => check({ description }, 'beyond_chance')).not.toThrow();
    },
  );

  it('are rejected on every basis that is no test, feelings are not', () => {
    expect(() => check({ description: 'statistically they belong together' }, 'quotes')).toThrow(/"quotes"/);
    expect(() => check({ description: 'a remarkable story of homecoming' }, 'quotes')).not.toThrow();
  });
});

/** Nothing is known of what the members carry. */
const unknown: CarriedFacets = { members: 0, total: 0, carried: [] };

describe('a facet in an analyst’s text', () => {
  const named = (label: string, folded = label, text = 1) => [{ text, label, folded, also: [], broader: [] }];

  it('is rejected with its field if it is not in the evidence', () => {
    expect(() =>
      checkNamedFacets(words({}), named('Kubernetes', 'kubernetes'), evidence, '', unknown),
    ).toThrow(/description: "Kubernetes" is not in the evidence/);
    expect(() => checkNamedFacets(words({}), named('Java', 'java', 3), evidence, '', unknown)).toThrow(
      /question_prompts/,
    );
  });

  it('is the pattern’s by its label, its key, or as the more general part of a label', () => {
    for (const label of ['3d printing', '3D Printing', 'photography', 'printing', 'piano']) {
      expect(() => checkNamedFacets(words({}), named(label), evidence, '', unknown)).not.toThrow();
    }
    expect(() => checkNamedFacets(words({}), named('photo'), evidence, '', unknown)).toThrow();
    expect(() =>
      checkNamedFacets(
        words({}),
        [{ text: 1, label: 'UX', folded: 'ux', also: ['piano'], broader: [] }],
        evidence,
        '',
        unknown,
      ),
    ).not.toThrow();
  });

  it('may be spelt by two labels of the pattern side by side', () => {
    const pair = named('3D printing and four hands piano', 'something else');
    expect(() => checkNamedFacets(words({}), pair, evidence, '', unknown)).not.toThrow();
    expect(() => checkNamedFacets(words({}), named('piano and Java', 'x'), evidence, '', unknown)).toThrow();
  });

  it('is not the pattern’s if it only pads the rule, and no member has it', () => {
    const padding = { key: 'skill:welding', label: 'Welding', in_pattern: 0, in_community: 9 };
    const padded = { ...evidence, facets: [...evidence.facets, padding] };
    expect(() => checkNamedFacets(words({}), named('Welding', 'welding'), padded, '', unknown)).toThrow(
      /"Welding"/,
    );
  });

  it('may be what the evidence names in other words', () => {
    const inEvidence = { text: 4, label: 'print', folded: 'printmaking', also: [], broader: [] };
    expect(() =>
      checkNamedFacets(
        words({}),
        [...named('Printmaking', 'printmaking'), inEvidence],
        evidence,
        '',
        unknown,
      ),
    ).not.toThrow();
  });

  it('is allowed in a quote of the pattern, and in the name of the community', () => {
    const quotes = [{ member_id: 1, field: 'bio' as const, quote: 'I keep bees, and bees keep me' }];
    expect(() =>
      checkNamedFacets(words({}), named('bees'), { ...evidence, quotes }, '', unknown),
    ).not.toThrow();
    expect(() =>
      checkNamedFacets(words({}), named('Ashland', 'ashland'), evidence, 'White Rabbit Ashland', unknown),
    ).not.toThrow();
  });
});
