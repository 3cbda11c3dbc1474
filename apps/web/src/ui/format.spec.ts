import { describe, expect, it } from '@jest/globals';
import { counted, duration, listed, measured, percent, percentRange, probability, since } from './format.ts';

describe('numbers', () => {
  it('keeps one decimal of small numbers and none of large ones', () => {
    expect([0, 0.04, 0.26, 3.14159, 62.4, 3048].map(measured)).toEqual([
      '0',
      '< 0.1',
      '0.3',
      '3.1',
      '62',
      '3,048',
    ]);
  });

  it('never shows a small share or probability as zero', () => {
    expect([0, 0.004, 0.36, 1].map(percent)).toEqual(['0%', '< 1%', '36%', '100%']);
    expect([0, 0.0004, 0.013, 0.05].map(probability)).toEqual(['< 0.001', '< 0.001', '0.013', '0.05']);
  });

  it('rounds an interval of shares outwards', () => {
    const ends: [number, number][] = [
      [0.149, 0.388],
      [0.29, 0.57],
      [0, 0.003],
      [0.5, 0.5],
    ];
    expect(ends.map(([low, high]) => percentRange(low, high))).toEqual(['14–39%', '29–57%', '0–1%', '50%']);
  });

  it('counts with the right noun', () => {
    expect([counted(1, 'member'), counted(1200, 'member'), counted(0, 'hypothesis', 'hypotheses')]).toEqual([
      '1 member',
      '1,200 members',
      '0 hypotheses',
    ]);
  });
});

describe('times', () => {
  const at = (ms: number): string => new Date(ms).toISOString();

  it('gives an age in its largest whole unit', () => {
    const now = Date.UTC(2026, 0, 10);
    expect([5_000, 180_000, 7_300_000, 172_800_000].map((past) => since(at(now - past), now))).toEqual([
      'just now',
      '3 minutes ago',
      '2 hours ago',
      '2 days ago',
    ]);
  });

  it('gives a duration', () => {
    expect([400, 4_200, 130_000].map((ms) => duration(at(0), at(ms)))).toEqual([
      '0.4 s',
      '4 s',
      '2 min 10 s',
    ]);
  });
});

it('lists words as in a sentence', () => {
  expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
    'a',
    'a and b',
    'a, b, or c',
  ]);
});
