import { describe, expect, it } from '@jest/globals';
import { whyOf } from './why.ts';

const facet = (key: string, label: string) => ({ key, label });
const introduction: Parameters<typeof whyOf>[0] = {
  seeker: { id: 1, first_name: 'Ada', last_name: 'Lovelace' },
  giver: { id: 2, first_name: '', last_name: '' },
  need: facet('looking_for:drums', 'Drums'),
  offer: facet('role:drummer', 'Drummer'),
  shared: [],
  mutual: false,
};

describe('whyOf', () => {
  it('names what one looks for and what the other has', () => {
    expect(whyOf(introduction)).toBe('Ada Lovelace looks for Drums, and Member 2 lists Drummer as a role.');
  });

  it('tells that somebody said it, where no facet does', () => {
    expect(whyOf({ ...introduction, need: null, offer: null })).toBe(
      'Ada Lovelace says what is needed, and Member 2 says something that may answer it.',
    );
  });

  it('adds that it is a swap, and what both have', () => {
    const shared = [facet('interest:tea', 'Tea'), facet('skill:jazz', 'Jazz')];
    expect(whyOf({ ...introduction, mutual: true, shared })).toBe(
      'Ada Lovelace looks for Drums, and Member 2 lists Drummer as a role; Member 2 looks for something that Ada Lovelace ' +
        'has; both list Tea and Jazz.',
    );
  });

  it('says of a theme that somebody writes of it, since nobody lists one', () => {
    const heat = facet('theme:oven heat', 'oven heat');
    expect(whyOf({ ...introduction, offer: heat, shared: [heat, facet('skill:jazz', 'Jazz')] })).toBe(
      'Ada Lovelace looks for Drums, and Member 2 writes of oven heat; both have oven heat and Jazz.',
    );
  });
});
