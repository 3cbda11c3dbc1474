import { describe, expect, it } from '@jest/globals';
import { waitFor } from './wait-for.ts';

describe('waitFor', () => {
  it('returns the first answer that holds, whether it comes at once or as a promise', async () => {
    let asked = 0;
    expect(await waitFor(() => (asked += 1) >= 3 && asked, { describe: 'three', everyMs: 1 })).toBe(3);
    expect(await waitFor(async () => Promise.resolve('ready'), { describe: 'a word' })).toBe('ready');
  });

  it('takes a thrown error as not yet', async () => {
    let asked = 0;
    const flaky = (): number => {
      asked += 1;
      if (asked < 3) throw new Error('connection refused');
      return asked;
    };
    expect(await waitFor(flaky, { describe: 'a server', everyMs: 1 })).toBe(3);
  });

  it('takes zero and the empty string as answers', async () => {
    expect(await waitFor(() => 0, { describe: 'a count' })).toBe(0);
  });

  it('says after the deadline what it waited for and what it saw last', async () => {
    const never = waitFor(() => false, { describe: 'a run to end', timeoutMs: 20, everyMs: 5 });
    await expect(never).rejects.toThrow('waited 20 ms for a run to end: the last answer was false');
    const broken = (): boolean => {
      throw new Error('no such table');
    };
    const failing = waitFor(broken, { describe: 'a row', timeoutMs: 20, everyMs: 5 });
    await expect(failing).rejects.toThrow(
      'waited 20 ms for a row: the last attempt threw Error: no such table',
    );
  });
});
