import { describe, expect, it } from '@jest/globals';
import { membershipText } from './membership-text.ts';

describe('a membership', () => {
  it('has a label unless it is active and public', () => {
    const text = (
      membership_status: Parameters<typeof membershipText>[0]['membership_status'],
      is_public = true,
    ) => membershipText({ membership_status, is_public });
    expect([text('active'), text('active', false), text('cancelled', false), text('trial')]).toEqual([
      undefined,
      'Hidden',
      'Has left',
      'On trial',
    ]);
  });
});
