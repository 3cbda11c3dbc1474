import { describe, expect, it } from '@jest/globals';
import { formatSize } from './file-size.ts';

describe('a file of members', () => {
  it('has its size formatted', () => {
    expect([0, 999, 81_234, 5_400_000, 3e12].map(formatSize)).toEqual([
      '0 bytes',
      '999 bytes',
      '81.2 kB',
      '5.4 MB',
      '3,000 GB',
    ]);
  });
});
