import { describe, expect, it } from '@jest/globals';
import { streamed } from './events.ts';

/**
 * Keys by which Nest recognises its own messages (`{pattern, data, id}`): with `pattern` or `data` a plain
 * `@EventPattern` listener receives `undefined`, and with `id` too it answers the publisher in place of JetStream.
 */
const taken = ['id', 'data', 'pattern'];

describe('the body of an event or job', () => {
  it.each(Object.entries(streamed))('can be read by a plain listener as it is: %s', (_subject, { body }) => {
    const keys = Object.keys(body.shape);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => taken.includes(key))).toEqual([]);
  });
});
