import { describe, expect, it } from '@jest/globals';
import { answersOf } from './answers.ts';

describe('answersOf', () => {
  it('finds skills, roles and traits of the same label, the skill first', () => {
    const facets = ['looking_for:a', 'looking_for:b', 'role:a', 'skill:a', 'trait:b'];
    expect([...answersOf(facets)]).toEqual([
      ['looking_for:a', ['skill:a', 'role:a']],
      ['looking_for:b', ['trait:b']],
    ]);
  });

  it('finds an interest only where nobody has anything else, and leaves out what nobody has', () => {
    const facets = ['interest:a', 'interest:b', 'looking_for:a', 'looking_for:b', 'looking_for:c', 'skill:a'];
    expect([...answersOf(facets)]).toEqual([
      ['looking_for:a', ['skill:a']],
      ['looking_for:b', ['interest:b']],
    ]);
  });

  it('finds roles by what they mean as a wish', () => {
    const meaning = (label: string) => (label === 'drummer' ? 'drums' : label);
    expect([...answersOf(['looking_for:drums', 'role:drummer'], meaning)]).toEqual([
      ['looking_for:drums', ['role:drummer']],
    ]);
  });
});
