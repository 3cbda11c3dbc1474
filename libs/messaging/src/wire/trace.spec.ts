import { describe, expect, it } from '@jest/globals';
import { traceparent, withTrace } from './trace.ts';

describe('the trace of the current work', () => {
  const header = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

  it('is the caller’s, across what is awaited', async () => {
    const seen = await withTrace(header, async () => {
      await Promise.resolve();
      return traceparent();
    });
    expect(seen).toBe(header);
  });

  it.each([undefined, '', 'nonsense', `${header}\r\nother: header`])('is a new one for %j', (given) => {
    const [one, two] = withTrace(given, () => [traceparent(), traceparent()]);
    expect(one).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(two).toBe(one);
  });
});
