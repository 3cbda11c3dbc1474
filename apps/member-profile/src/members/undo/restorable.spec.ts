import { describe, expect, it } from '@jest/globals';
import { restorable } from './restorable.ts';

const member = (id: number, email: string | null, external_id: string | null = null) => ({
  id,
  email,
  external_id,
});

describe('members whose identifiers are to be restored', () => {
  it('may swap them', () => {
    const wanted = [member(1, 'a'), member(2, 'b')];
    expect(restorable(wanted, [member(1, 'b'), member(2, 'a')])).toEqual(wanted);
  });

  it('cannot take those of a member who keeps them, nor can who waits for theirs', () => {
    const wanted = [member(1, 'a'), member(2, 'b'), member(3, 'c')];
    const holders = [member(9, 'a'), member(1, 'b'), member(3, 'd')];
    expect(restorable(wanted, holders)).toEqual([member(3, 'c')]);
  });

  it('have none in common where they have none', () => {
    const wanted = [member(1, null, 'x')];
    expect(restorable(wanted, [member(2, null, 'y'), member(3, 'e')])).toEqual(wanted);
  });
});
