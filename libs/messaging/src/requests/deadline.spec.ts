import { describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { deadlineHeader, deadlineOf } from './deadline.ts';

function told(value: string) {
  const head = headers();
  head.set(deadlineHeader, value);
  return head;
}

describe('the deadline of a request', () => {
  it('is what its caller says', () => {
    expect(deadlineOf('members.get', told('250'))).toBe(250);
  });

  it('is the contract’s where the caller says nothing', () => {
    expect(deadlineOf('members.get', undefined)).toBe(10_000);
    expect(deadlineOf('community.analyse', headers())).toBe(90_000);
  });

  it.each(['', 'soon', '0', '-5', '1.5', '1e300', 'Infinity'])(
    'is the contract’s where the caller says "%s"',
    (value) => expect(deadlineOf('members.get', told(value))).toBe(10_000),
  );
});
