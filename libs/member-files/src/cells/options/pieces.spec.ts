import { describe, expect, it } from '@jest/globals';
import { commaPieces } from './pieces.ts';
import { wholeOptions } from './whole-options.ts';

describe('commaPieces', () => {
  it.each<[string, string[]]>([
    ['a, b,c ,', ['a', 'b', 'c']],
    ['Design (UI, UX), Tea', ['Design (UI, UX)', 'Tea']],
    ['a (b (c, d), e), f', ['a (b (c, d), e)', 'f']],
    ['a [b, c], d', ['a [b, c]', 'd']],
    ['a (b, c', ['a (b', 'c']],
    ['a :), b', ['a :)', 'b']],
    ['10,000 steps, b', ['10,000 steps', 'b']],
    ['1,2,3', ['1', '2', '3']],
    ['', []],
  ])('parts %j', (text, expected) => {
    expect(commaPieces(text)).toEqual(expected);
  });
});

describe('wholeOptions', () => {
  it('joins the longest option at each place', () => {
    const whole = wholeOptions([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
    expect(whole(['a', 'b', 'c', 'a', 'b', 'd', 'a'])).toEqual(['a, b, c', 'a, b', 'd', 'a']);
  });
});
