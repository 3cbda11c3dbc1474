import { afterEach, describe, expect, it } from '@jest/globals';
import { armFailpoints, failpoint, failpointsOf } from './failpoint.ts';

describe('a failpoint', () => {
  afterEach(() => armFailpoints(undefined));

  it('acts once it is armed, and no longer than that', async () => {
    armFailpoints('here:throw');
    await expect(failpoint('here')).rejects.toThrow('failpoint here');
    armFailpoints('there:throw');
    expect(failpoint('here')).toBeUndefined();
  });

  it('does nothing where none is armed', () => {
    expect(failpoint('anywhere')).toBeUndefined();
    expect(failpointsOf('')('anywhere')).toBeUndefined();
  });

  it('acts where it is named, each time or only the nth time', async () => {
    const reached = failpointsOf('a.b:throw@2, c:throw');
    expect(reached('other')).toBeUndefined();
    await reached('a.b');
    await expect(reached('a.b')).rejects.toThrow('failpoint a.b');
    await reached('a.b');
    await expect(reached('c')).rejects.toThrow('failpoint c');
  });

  it('can delay the work, or block the event loop', async () => {
    const reached = failpointsOf('wait:delay=30,block:block=30');
    for (const name of ['wait', 'block']) {
      const from = performance.now();
      await reached(name);
      expect(performance.now() - from).toBeGreaterThanOrEqual(29);
    }
  });

  it.each(['a', 'a:explode', 'a:delay=soon', 'a:kill@x'])(
    'is rejected where its form is not valid: %s',
    (setting) => {
      expect(() => failpointsOf(setting)).toThrow(/WARREN_FAILPOINT/);
    },
  );
});
