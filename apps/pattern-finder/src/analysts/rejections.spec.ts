import { describe, expect, it } from '@jest/globals';
import type { RejectedSave } from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import { givenUp, subjectOf, withRefusal } from './rejections.ts';

const number = new Rejection('own_number', '"42" is a number of your own.');

function refusedThrice(subjects: { name: string; ground: string | null }[], kind = number): RejectedSave[] {
  return subjects.reduce<RejectedSave[]>((all, subject) => withRefusal(all, subject, kind).rejected, []);
}

describe('what a save is about', () => {
  it('is its name and its ground, valid or not', () => {
    expect(subjectOf('save_pattern', { name: 'Makers', candidate_id: 'c1' })).toEqual({
      name: 'Makers',
      ground: 'candidate c1',
    });
    expect(subjectOf('save_pattern', { name: 7, pattern_id: 3 })).toEqual({
      name: 'save_pattern',
      ground: 'pattern 3',
    });
    expect(subjectOf('save_pattern', 'nonsense')).toEqual({ name: 'save_pattern', ground: null });
  });

  it('has no member in it', () => {
    const quotes = [{ member_id: 4711, field: 'bio', quote: 'the river' }];
    expect(JSON.stringify(subjectOf('save_pattern', { name: 'River', quotes }))).not.toMatch(/4711|river/);
  });

  it('is short, however long the name', () => {
    expect(subjectOf('save_pattern', { name: 'x'.repeat(10_000) }).name).toHaveLength(255);
  });
});

describe('three refusals of one kind', () => {
  const makers = { name: 'Makers', ground: 'candidate c1' };

  it('are enough: the third says to go on without it, and nothing is asked about it any more', () => {
    const twice = refusedThrice([makers, makers]);
    expect(givenUp(twice, makers)).toBeUndefined();
    const third = withRefusal(twice, makers, number);
    expect(third.told.message).toMatch(/third time/);
    expect(givenUp(third.rejected, makers)?.kind).toBe('given_up');
  });

  it('count under another name of the same ground, and on another ground of the same name', () => {
    const thrice = refusedThrice([makers, { ...makers, name: 'Builders' }, { ...makers, name: 'Crafters' }]);
    expect(givenUp(thrice, { name: 'Menders', ground: 'candidate c1' })).toBeDefined();
    expect(
      givenUp(refusedThrice([makers, makers, makers]), { name: 'MAKERS ', ground: 'rule 1' }),
    ).toBeDefined();
  });

  it('leave other patterns alone, and other reasons', () => {
    const thrice = refusedThrice([makers, makers, makers]);
    expect(givenUp(thrice, { name: 'Singers', ground: 'candidate c2' })).toBeUndefined();
    const mixed = [
      ...refusedThrice([makers, makers]),
      ...refusedThrice([makers], new Rejection('overclaimed', 'x')),
    ];
    expect(givenUp(mixed, makers)).toBeUndefined();
  });

  it('keep at most the latest two hundred', () => {
    expect(refusedThrice(Array.from({ length: 230 }, () => makers))).toHaveLength(200);
  });
});
