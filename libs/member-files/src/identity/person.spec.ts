import { describe, expect, it } from '@jest/globals';
import { anonymousId, anonymousPrefix, contentOf, nameId } from './person.ts';

describe('identifiers of members without id and e-mail address', () => {
  it('are within the limit of an id, and different for long names that begin alike', () => {
    const long = 'n'.repeat(250);
    const ids = [nameId(`${long} a`), nameId(`${long} b`), nameId('ann lee')];
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => id.length <= 200 && id.startsWith('name:'))).toBe(true);
  });

  it('name the source, the content of the row, and its number among equal rows', () => {
    const ids = [
      anonymousId('s', ['a', 'b'], 0),
      anonymousId('s', ['b', 'a'], 0),
      anonymousId('t', ['a', 'b'], 0),
      anonymousId('s', ['a', 'b'], 1),
      anonymousId('s', ['a,b'], 0),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]?.startsWith(anonymousPrefix('s'))).toBe(true);
    expect(anonymousId('s', ['a', 'b'], 0)).toBe(ids[0]);
  });

  it('do not depend on empty cells at the end', () => {
    expect(contentOf(['a', '', 'b', '', null, undefined])).toBe(contentOf(['a', '', 'b']));
    expect(contentOf(['a', '', 'b'])).not.toBe(contentOf(['a', 'b']));
    expect(contentOf(['', null])).toBe(contentOf([]));
  });
});
