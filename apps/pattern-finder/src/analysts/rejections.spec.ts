import { describe, expect, it } from '@jest/globals';
import { RejectedSave } from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import { retryLimitRejection, subjectOf, withRejection } from './rejections.ts';

const number = new Rejection('literal_number', '"42" is a number of your own.');

function rejectEach(subjects: { name: string; ground: string | null }[], kind = number): RejectedSave[] {
  return subjects.reduce<RejectedSave[]>((all, subject) => withRejection(all, subject, kind).rejected, []);
}

describe('the subject of a save', () => {
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

describe('three rejections of one kind', () => {
  const makers = { name: 'Makers', ground: 'candidate c1' };

  it('are the limit: the third says to continue without it, and nothing more is requested for it', () => {
    const twice = rejectEach([makers, makers]);
    expect(retryLimitRejection(twice, makers)).toBeUndefined();
    const third = withRejection(twice, makers, number);
    expect(third.answer.message).toMatch(/third time/);
    expect(retryLimitRejection(third.rejected, makers)?.kind).toBe('retry_limit');
  });

  it('count under another name of the same ground, and on another ground of the same name', () => {
    const thrice = rejectEach([makers, { ...makers, name: 'Builders' }, { ...makers, name: 'Crafters' }]);
    expect(retryLimitRejection(thrice, { name: 'Menders', ground: 'candidate c1' })).toBeDefined();
    expect(
      retryLimitRejection(rejectEach([makers, makers, makers]), { name: 'MAKERS ', ground: 'rule 1' }),
    ).toBeDefined();
  });

  it('do not affect other patterns or other reasons', () => {
    const thrice = rejectEach([makers, makers, makers]);
    expect(retryLimitRejection(thrice, { name: 'Singers', ground: 'candidate c2' })).toBeUndefined();
    const mixed = [
      ...rejectEach([makers, makers]),
      ...rejectEach([makers], new Rejection('overclaimed', 'x')),
    ];
    expect(retryLimitRejection(mixed, makers)).toBeUndefined();
  });

  it('count if they were stored under earlier names of their kinds', () => {
    const stored = ['own_number', 'own_number'].map((kind) => ({
      ...makers,
      kind,
      reason: '"42" is a number of your own.',
      at: '2026-11-20T10:00:00.000Z',
    })) as unknown as RejectedSave[];
    const { answer, rejected } = withRejection(stored, makers, number);
    expect(answer.message).toMatch(/third time/);
    expect(rejected.map(({ kind }) => kind)).toEqual(['literal_number', 'literal_number', 'literal_number']);
    expect(retryLimitRejection(rejected, makers)?.kind).toBe('retry_limit');
  });

  it('keep at most the latest two hundred', () => {
    expect(rejectEach(Array.from({ length: 230 }, () => makers))).toHaveLength(200);
  });
});
