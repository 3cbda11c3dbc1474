import { describe, expect, it } from '@jest/globals';
import type { Evidence, NamedFacet } from '@warren/contracts';
import { checkQuantities } from './check-quantities.ts';

/** Of a community of 60, a pattern with 10 members who all weld; 6 of them sew, and 20 in the community. */
const carried = { members: 10, total: 60, carried: [] };
const counts: Record<string, [has: number, inCommunity: number]> = {
  weld: [10, 12],
  welder: [10, 12],
  welders: [10, 12],
  sew: [6, 20],
  nähen: [6, 20],
  read: [9, 55],
  solder: [10, 10],
};
const evidence = { basis: 'beyond_chance', facets: [], statistics: { observed: 10 } } as unknown as Evidence;

function check(description: string, question = 'Who taught you?'): void {
  const named = [description, question].flatMap((text, at) =>
    Object.entries(counts)
      .filter(([label]) => new RegExp(`(?<!\\p{L})${label}(?!\\p{L})`, 'u').test(text))
      .map(([label, [has, in_community]]): NamedFacet => {
        const carriers = { has, otherwise: 0, in_community };
        return { text: at + 1, label, folded: label, also: [], broader: [], carriers };
      }),
  );
  checkQuantities({ name: 'Makers', description, questionPrompts: [question] }, named, evidence, carried);
}

describe('a quantity in words', () => {
  it.each([
    'All of them weld',
    'To sew is what most of them do',
    'Every one of them can weld, and most of them sew',
    'Nearly all of these read, and each of them will weld',
    'Almost everyone in the town likes to read',
    'Most of the welders sew',
    'They are the only ones in town who solder',
    'Every winter they read, and every welder reads on',
    'Sie alle weld, und mehr als die Hälfte von ihnen nähen',
  ])('passes where the members bear it out: %s', (description) => {
    expect(() => check(description)).not.toThrow();
  });

  it.each([
    'Everyone in town will weld',
    'Everyone here is tired of it',
    'All of them sew',
    'Every single welder can sew',
    'Most people in town sew',
    'Half the town can sew or weld',
    'Nobody here does without a chance to sew',
    'Hardly anyone in town does not weld',
    'They are the only ones who sew',
    'A good third of the town can weld',
    'Die meisten im Dorf nähen',
    'Jeder hier will nähen',
    'Kaum jemand kann nicht nähen',
    'Most of them have been here for years',
    'Few members ever sew, and hardly any of them do not',
  ])('is rejected with the true number where they do not: %s', (description) => {
    expect(() => check(description)).toThrow(
      / is not so: of |is a number in words that nothing here was counted for/,
    );
  });

  it.each([
    'Scores of them weld',
    'Sewing is on the rise',
    'They weld more than any other group',
    'Es werden immer weniger',
    'Niemand im Tal kann besser nähen',
    'The best welders in the country',
    'They weld better than anyone on the coast',
    'Unzählige nähen',
  ])('is rejected where nothing was counted that way: %s', (description) => {
    expect(() => check(description)).toThrow(/write \{member_count\}|compared with|counted twice/);
  });

  it.each([
    'Everyone is welcome, and an evening where everybody brings a jar would be half the fun',
    'A table for everyone, first come, first served, second to none',
    'Nobody has brought them together yet; each of them would gain',
    'Jeder wäre willkommen, und alle sind eingeladen',
    'Half a day, most of it outdoors, all in all',
    'At first glance it is nobody’s business',
    'A walk that is halfway between them',
    '{member_count} members list most of them, and most of these sit in {member_count} profiles',
    'An afternoon might unlock more than any fundraiser',
  ])('claims nothing in a proposal or a turn of phrase: %s', (description) => {
    expect(() => check(description)).not.toThrow();
  });

  it('is free in a question that takes no number of members for granted', () => {
    expect(() => check('They weld', 'What would everyone laugh about, in half an hour?')).not.toThrow();
    expect(() => check('They weld', 'Now that most members weld, what is next?')).toThrow(/for granted/);
  });
});
