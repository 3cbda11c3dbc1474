import { describe, expect, it } from '@jest/globals';
import { failpoint, reader } from './failpoint.ts';

describe('a failpoint', () => {
  it('is nothing where none is set', () => {
    expect(failpoint('anywhere')).toBeUndefined();
    expect(reader('')('anywhere')).toBeUndefined();
  });

  it('acts where it is named, each time or the nth time alone', async () => {
    const reached = reader('a.b:throw@2, c:throw');
    expect(reached('other')).toBeUndefined();
    await reached('a.b');
    await expect(reached('a.b')).rejects.toThrow('failpoint a.b');
    await reached('a.b');
    await expect(reached('c')).rejects.toThrow('failpoint c');
  });

  it('can hold up the work, or the whole process', async () => {
    const reached = reader('wait:delay=30,block:block=30');
    for (const name of ['wait', 'block']) {
      const from = performance.now();
      await reached(name);
      expect(performance.now() - from).toBeGreaterThanOrEqual(29);
    }
  });

  it.each(['a', 'a:explode', 'a:delay=soon', 'a:kill@x'])(
    'is refused where it cannot be read: %s',
    (setting) => {
      expect(() => reader(setting)).toThrow(/WARREN_FAILPOINT/);
    },
  );
});
