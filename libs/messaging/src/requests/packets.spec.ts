import { describe, expect, it } from '@jest/globals';
import { joinReply, splitReply } from './packets.ts';

describe('the parts of a reply', () => {
  const natsBytes = 1_048_576;
  // Worst cases for size: quotes are escaped twice, other scripts take three bytes, a pair is split at an edge.
  const replies: Record<string, unknown> = {
    empty: {},
    ids: Array.from({ length: 300_000 }, (_, id) => id),
    quotes: '"\\'.repeat(400_000),
    controls: '\u0001'.repeat(300_000),
    chinese: '社区'.repeat(400_000),
    emoji: `x${'🌿'.repeat(500_000)}`,
  };

  it.each(Object.keys(replies))('fit a message each and join to the whole: %s', (name) => {
    const parts = splitReply(replies[name]);
    const sizes = parts.map((part) => Buffer.byteLength(JSON.stringify({ id: '', response: part })));
    expect(Math.max(...sizes)).toBeLessThan(natsBytes);
    expect(joinReply(parts)).toEqual(replies[name]);
  });

  it('join in any order, and not before the last', () => {
    const parts = splitReply(replies['ids']);
    expect(parts.length).toBeGreaterThan(2);
    expect(joinReply(parts.slice(1))).toBeUndefined();
    expect(joinReply([...parts].reverse())).toEqual(replies['ids']);
  });
});
