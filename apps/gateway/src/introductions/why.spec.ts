import { describe, expect, it } from '@jest/globals';
import type { Introduction } from '@warren/contracts';
import { whyOf } from './why.ts';

const facet = (key: string, label: string) => ({ key, label });
const introduction: Omit<Introduction, 'why'> = {
  id: 1,
  seeker: { id: 1, first_name: 'Ada', last_name: 'Lovelace' },
  giver: { id: 2, first_name: '', last_name: '' },
  need: facet('looking_for:drums', 'Drums'),
  offer: facet('role:drummer', 'Drummer'),
  shared: [],
  mutual: false,
  seekers: 1,
  givers: 1,
  state: 'proposed',
  reason: null,
  holds: true,
  run_id: 1,
  created_at: '2026-03-01T10:00:00.000Z',
  updated_at: '2026-03-01T10:00:00.000Z',
};

describe('whyOf', () => {
  it('names what one looks for and what the other has', () => {
    expect(whyOf(introduction)).toBe('Ada Lovelace looks for Drums, and Member 2 lists Drummer as a role.');
  });

  it('adds that it is a swap, and what both have', () => {
    const shared = [facet('interest:tea', 'Tea'), facet('skill:jazz', 'Jazz')];
    expect(whyOf({ ...introduction, mutual: true, shared })).toBe(
      'Ada Lovelace looks for Drums, and Member 2 lists Drummer as a role; Member 2 looks for something that Ada Lovelace ' +
        'has; both list Tea and Jazz.',
    );
  });
});
