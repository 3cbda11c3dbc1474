import { describe, expect, it } from '@jest/globals';
import { waitFor } from './wait-for.ts';

describe('waitFor', () => {
  it('returns the first result that holds, at once or as a promise', async () => {
    let calls = 0;
    expect(await waitFor(() => (calls += 1) >= 3 && calls, { describe: 'three', everyMs: 1 })).toBe(3);
    expect(await waitFor(async () => Promise.resolve('ready'), { describe: 'a word' })).toBe('ready');
  });

  it('treats a thrown error as not yet', async () => {
    let calls = 0;
    const flaky = (): number => {
      calls += 1;
      if (calls < 3) {
        throw new Error('connection refused');
      }
      return calls;
    };
    expect(await waitFor(flaky, { describe: 'a server', everyMs: 1 })).toBe(3);
  });

  it('treats zero and the empty string as results', async () => {
    expect(await waitFor(() => 0, { describe: 'a count' })).toBe(0);
  });

  it('throws after the timeout what it waited for and the last result', async () => {
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
