import { describe, expect, it } from '@jest/globals';
import { truncate } from './truncate.ts';

describe('truncate', () => {
  it('keeps text that fits, and cuts longer text with an ellipsis', () => {
    expect(truncate('Letterpress', 11)).toBe('Letterpress');
    expect(truncate('Letterpress printing', 12)).toBe('Letterpress…');
    expect(Array.from(truncate('x'.repeat(10_000), 20))).toHaveLength(20);
  });

  it('never cuts a grapheme cluster in two', () => {
    expect(truncate('👩‍🚀👩‍🚀👩‍🚀', 2)).toBe('👩‍🚀…');
  });

  it('makes one line, without bidirectional control characters', () => {
    expect(truncate(' a\n\tb\u202Edc ', 20)).toBe('a b dc');
  });
});
