import { describe, expect, it } from '@jest/globals';
import { fitted } from './truncate.ts';

describe('fitted', () => {
  it('leaves what fits, and cuts what does not with an ellipsis', () => {
    expect(fitted('Letterpress', 11)).toBe('Letterpress');
    expect(fitted('Letterpress printing', 12)).toBe('Letterpress…');
    expect(Array.from(fitted('x'.repeat(10_000), 20))).toHaveLength(20);
  });

  it('never cuts through a sign that is made of several', () => {
    expect(fitted('👩‍🚀👩‍🚀👩‍🚀', 2)).toBe('👩‍🚀…');
  });

  it('makes one line of it, without signs that turn the direction of writing', () => {
    expect(fitted(' a\n\tb\u202Edc ', 20)).toBe('a b dc');
  });
});
