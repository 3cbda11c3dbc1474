import { describe, expect, it } from '@jest/globals';
import { apartWords } from './membership-text.ts';

describe('a member apart', () => {
  it('is told in a word, and an active one is not', () => {
    const words = (
      membership_status: Parameters<typeof apartWords>[0]['membership_status'],
      is_public = true,
    ) => apartWords({ membership_status, is_public });
    expect([words('active'), words('active', false), words('cancelled', false), words('trial')]).toEqual([
      undefined,
      'Hidden',
      'Has left',
      'On trial',
    ]);
  });
});
