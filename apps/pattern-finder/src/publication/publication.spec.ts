import { describe, expect, it } from '@jest/globals';
import { announcementOf, isOutdated } from './publication.ts';
import type { Publication, Standing } from './publication.ts';

const smallest = 5;
const open: Standing = { isActive: true, isHeld: false, memberCount: 5 };

function told(
  known: Publication,
  change: Parameters<typeof announcementOf>[2],
  standing: Partial<Standing> = {},
) {
  return announcementOf(known, { ...open, ...standing }, change, smallest);
}

describe('what consumers are told of a pattern', () => {
  it('begins with created, whatever has happened to it before', () => {
    for (const change of ['created', 'updated', 'reactivated', 'released'] as const) {
      expect(told('none', change)).toEqual({ change: 'created', withheld: false, publication: 'current' });
    }
  });

  it('is nothing of one that is held or too small and that they do not know', () => {
    for (const known of ['none', 'withdrawn'] as const) {
      expect(told(known, 'created', { isHeld: true })).toBeUndefined();
      expect(told(known, 'updated', { memberCount: 4 })).toBeUndefined();
    }
    expect(told('none', 'retired', { isActive: false })).toBeUndefined();
  });

  it('is that it is gone, without words, once it is held or has become too small', () => {
    const gone = { change: 'retired', withheld: true, publication: 'withdrawn' };
    expect(told('current', 'held', { isHeld: true })).toEqual(gone);
    expect(told('current', 'updated', { memberCount: 4 })).toEqual(gone);
    expect(told('current', 'retired', { memberCount: 2, isActive: false })).toEqual(gone);
  });

  it('is its change as long as they know it, and that it is back once it may be told again', () => {
    expect(told('current', 'updated')).toEqual({
      change: 'updated',
      withheld: false,
      publication: 'current',
    });
    const retired = { change: 'retired', withheld: false, publication: 'withdrawn' };
    expect(told('current', 'retired', { isActive: false })).toEqual(retired);
    expect(told('withdrawn', 'released')).toMatchObject({ change: 'reactivated', publication: 'current' });
    expect(told('withdrawn', 'updated', { isActive: false })).toMatchObject({ publication: 'withdrawn' });
  });

  it('is outdated where a pattern may be told and is not, or the other way round', () => {
    expect(isOutdated('none', open, smallest)).toBe(true);
    expect(isOutdated('current', open, smallest)).toBe(false);
    expect(isOutdated('current', { ...open, memberCount: 4 }, smallest)).toBe(true);
    expect(isOutdated('withdrawn', { ...open, isHeld: true }, smallest)).toBe(false);
    expect(isOutdated('withdrawn', { ...open, isActive: false }, smallest)).toBe(false);
  });
});
