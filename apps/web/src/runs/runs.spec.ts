import { describe, expect, it } from '@jest/globals';
import { dollarsIn } from './parse-dollars.ts';
import { analystName, yieldWords } from './text.ts';

describe('dollarsIn', () => {
  it('reads an amount however it is written, and nothing else', () => {
    expect(['2.5', '2,50', '$ 3', '10', '0', '-1', 'much', '', '1e3', '1,000'].map(dollarsIn)).toEqual([
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

describe('a run in words', () => {
  it('names who looks, with the model where there is one', () => {
    expect(analystName({ analyst: 'claude', model: 'm-1' })).toBe('Claude, m-1');
    expect(analystName({ analyst: 'statistical', model: null })).toBe('Statistical analyst');
  });

  it('tells what came of it', () => {
    const refusal = {
      name: '',
      kind: 'other' as const,
      ground: null,
      reason: '',
      at: '2026-01-01T00:00:00Z',
    };
    const pattern = (id: number, created: boolean) => ({ id, name: '', created });
    expect(yieldWords({ patterns: [], rejected: [] })).toBe('nothing saved');
    expect(yieldWords({ patterns: [pattern(1, true), pattern(2, false)], rejected: [refusal] })).toBe(
      '1 new pattern, 1 met again, 1 refused',
    );
  });
});
