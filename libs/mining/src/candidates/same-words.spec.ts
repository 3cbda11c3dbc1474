import { describe, expect, it } from '@jest/globals';
import { sameWords } from './same-words.ts';

describe('sameWords', () => {
  it.each([
    ['journalist', 'journalism'],
    ['designer', 'design'],
    ['developer', 'development'],
    ['teacher', 'teaching'],
    ['software engineer', 'software engineering'],
    ['writer', 'writing'],
    ['poet', 'poetry'],
    ['scientist', 'data science'],
    ['brindlewick', 'brindlewick history'],
    ['übersetzerin', 'übersetzung'],
    ['журналист', 'журналистика'],
    ['c++', 'c++'],
  ])('joins %s and %s, either way round', (a, b) => {
    expect(sameWords(a, b)).toBe(true);
    expect(sameWords(b, a)).toBe(true);
  });

  it.each([
    ['c', 'c++'],
    ['java', 'javascript'],
    ['data science', 'data visualisation'],
    ['planner', 'plants'],
    ['paint', 'pain'],
    ['community', 'communication'],
    ['software engineer', 'sound engineering'],
    ['web3', 'web4'],
    ['', 'design'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(sameWords(a, b)).toBe(false);
    expect(sameWords(b, a)).toBe(false);
  });
});
