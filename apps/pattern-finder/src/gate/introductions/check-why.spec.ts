import { describe, expect, it } from '@jest/globals';
import type { NamedFacet } from '@warren/contracts';
import type { CheckedReason } from '../../introductions/checked-introduction.ts';
import { digestOfSubject, subjectOfTwo } from '../second-reader.ts';
import { checkNamed, checkSentence, evidenceOfTwo } from './check-why.ts';

const seeker: CheckedReason = {
  memberId: 71,
  facet: null,
  words: { field: 'looking_for', quote: 'Somebody who can mend my old floor loom before winter.' },
};
const giver: CheckedReason = { memberId: 4, facet: { key: 'skill:joinery', label: 'Joinery' }, words: null };
const evidence = evidenceOfTwo(seeker, giver);
const shown = [
  { memberId: 71, texts: ['Somebody who can mend my old floor loom before winter.'] },
  { memberId: 4, texts: ['I spend my evenings with hand planes and old oak.'] },
];

const kindOf = (check: () => void): string | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    expect(String(error)).not.toMatch(/description|pattern|\{member_count\}/);
    return (error as { kind: string }).kind;
  }
};
const sentence = (why: string) => kindOf(() => checkSentence(why, evidence, 'Harrow Quay', shown));

describe('the sentence of an introduction', () => {
  it.each([
    'One has a loom that needs mending, and the other works with wood.',
    'These two could mend a loom together before the cold comes.',
    'One asks for "Somebody who can mend my old floor loom before winter.", and the other knows joinery.',
  ])('may be: %s', (why) => {
    expect(sentence(why)).toBeUndefined();
  });

  it.each([
    ['literal_number', 'One has a loom of forty years, and the other works with wood.'],
    ['literal_number', 'One of {member_count} has a loom, and the other works with wood.'],
    ['invalid_input', 'One has a loom to mend. The other works with wood.'],
    ['invalid_input', 'One has a loom, and the other mends it: see www.looms.example for more.'],
    ['overclaimed', 'It is statistically significant that one has a loom and the other works with wood.'],
    ['member_words', 'The other likes to spend my evenings with hand planes and oak.'],
  ])('is rejected as %s: %s', (kind, why) => {
    expect(sentence(why)).toBe(kind);
  });

  it('names only what one of the two lists or writes, be it as a wish', () => {
    const named = (label: string, carriers: NamedFacet['carriers']): NamedFacet => ({
      text: 1,
      label,
      folded: label,
      also: [],
      broader: [],
      carriers,
    });
    const check = (facet: NamedFacet) =>
      kindOf(() =>
        checkNamed(`One wants ${facet.label}, the other has it.`, [facet], evidence, 'Harrow Quay', {
          members: 2,
          total: 30,
          carried: [],
        }),
      );
    expect(check(named('weaving', { has: 0, otherwise: 1, in_community: 3 }))).toBeUndefined();
    expect(check(named('joinery', { has: 1, otherwise: 0, in_community: 3 }))).toBeUndefined();
    expect(check(named('welding', { has: 0, otherwise: 0, in_community: 9 }))).toBe('unsupported_facet');
  });
});

describe('what a second reader is given of an introduction', () => {
  it('has the sentence and the reasons, and nobody’s id', () => {
    const subject = subjectOfTwo('One has a loom, the other wood.', seeker, giver);
    expect(subject).toEqual({
      introduction: { why: 'One has a loom, the other wood.' },
      seeker: { field: 'looking_for', words: seeker.words.quote },
      giver: { lists: 'skill: Joinery' },
    });
    expect(digestOfSubject(subject)).not.toBe(digestOfSubject(subjectOfTwo('Another.', seeker, giver)));
  });
});
