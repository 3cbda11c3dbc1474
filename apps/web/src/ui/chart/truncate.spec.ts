import { describe, expect, it } from '@jest/globals';
import { truncate } from './truncate.ts';

describe('truncate', () => {
  it('leaves what fits, and cuts what does not with an ellipsis', () => {
    expect(truncate('Letterpress', 11)).toBe('Letterpress');
    expect(truncate('Letterpress printing', 12)).toBe('Letterpress…');
    expect(Array.from(truncate('x'.repeat(10_000), 20))).toHaveLength(20);
  });

  it('never cuts through a sign that is made of several', () => {
    expect(truncate('👩‍🚀👩‍🚀👩‍🚀', 2)).toBe('👩‍🚀…');
  });

  it('makes one line of it, without signs that turn the direction of writing', () => {
    expect(truncate(' a\n\tb\u202Edc ', 20)).toBe('a b dc');
  });
});
