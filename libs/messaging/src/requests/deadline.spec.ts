import { describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { deadlineHeader, deadlineOf } from './deadline.ts';

function withDeadline(value: string) {
  const head = headers();
  head.set(deadlineHeader, value);
  return head;
}

describe('the deadline of a request', () => {
  it('is that of its header', () => {
    expect(deadlineOf('members.get', withDeadline('250'))).toBe(250);
  });

  it('is that of the contract where there is no header', () => {
    expect(deadlineOf('members.get', undefined)).toBe(10_000);
    expect(deadlineOf('community.analyse', headers())).toBe(90_000);
  });

  it.each(['', 'soon', '0', '-5', '1.5', '1e300', 'Infinity'])(
    'is that of the contract where the header is "%s"',
    (value) => expect(deadlineOf('members.get', withDeadline(value))).toBe(10_000),
  );
});
