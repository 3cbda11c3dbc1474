import { describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { headerIn, messageIdOf } from './headers-in.ts';

function withId(id?: string) {
  const head = headers();
  head.set('content-type', 'application/json');
  if (id !== undefined) {
    head.set('ce-id', id);
  }
  return { headers: head, info: { stream: 'EVENTS' }, seq: 7, timestampNanos: 1_732_000_000_000_000_001n };
}

describe('a header of a message', () => {
  it('is undefined where it is absent or empty', () => {
    const head = headers();
    head.set('empty', '');
    head.set('traceparent', 'x');
    expect([headerIn(undefined, 'ce-id'), headerIn(head, 'ce-id'), headerIn(head, 'empty')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(headerIn(head, 'traceparent')).toBe('x');
  });
});

describe('the id of a message', () => {
  it('is its ce-id', () => expect(messageIdOf(withId('event-7'))).toBe('event-7'));

  it.each([undefined, '', ' ', 'x'.repeat(201), 'a\u0000b'])(
    'is its place in the stream where the ce-id is %j',
    (id) => expect(messageIdOf(withId(id))).toBe('EVENTS-7-1732000000000000001'),
  );
});
