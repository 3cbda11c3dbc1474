import { describe, expect, it } from '@jest/globals';
import { parseDollars } from './parse-dollars.ts';
import { analystName, outcomeText } from './text.ts';

describe('parseDollars', () => {
  it('parses an amount in several notations, and rejects other text', () => {
    expect(['2.5', '2,50', '$ 3', '10', '0', '-1', 'much', '', '1e3', '1,000'].map(parseDollars)).toEqual([
      2.5,
      2.5,
      3,
      10,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a run as text', () => {
  it('names the analyst, with its model if it has one', () => {
    expect(analystName({ analyst: 'claude', model: 'm-1' })).toBe('Claude, m-1');
    expect(analystName({ analyst: 'statistical', model: null })).toBe('Statistical analyst');
  });

  it('summarises the outcome', () => {
    const rejection = {
      name: '',
      kind: 'other' as const,
      ground: null,
      reason: '',
      at: '2026-01-01T00:00:00Z',
    };
    const pattern = (id: number, created: boolean) => ({ id, name: '', created, published: true });
    expect(outcomeText({ patterns: [], rejected: [], held: 0 })).toBe('nothing saved');
    expect(
      outcomeText({ patterns: [pattern(1, true), pattern(2, false)], rejected: [rejection], held: 2 }),
    ).toBe('1 new pattern, 1 met again, 2 held for you, 1 refused');
  });
});
