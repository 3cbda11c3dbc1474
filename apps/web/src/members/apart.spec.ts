import { describe, expect, it } from '@jest/globals';
import { apartWords, isCounted } from './apart.ts';

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

  it('is no part of the analysis where hidden or gone', () => {
    expect(isCounted({ membership_status: 'paused', is_public: true })).toBe(true);
    expect(isCounted({ membership_status: 'expired', is_public: true })).toBe(false);
    expect(isCounted({ membership_status: 'active', is_public: false })).toBe(false);
  });
});
