import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import { verdictOn } from './model-errors.ts';

function messageOf(message: string): string {
  const body = { type: 'error', error: { type: 'invalid_request_error', message } };
  const verdict = verdictOn(APIError.generate(400, body, undefined, new Headers()));
  return verdict.kind === 'unrecoverable' ? verdict.error.message : verdict.kind;
}

it('reports the message of the model’s server', () => {
  expect(messageOf('max_tokens: must be "1" or more')).toBe(
    `The model's server says invalid_request_error: max_tokens: must be "1" or more`,
  );
});

it('repeats no passage of a request that the server echoes', () => {
  const passage = 'I press apples in the barn behind the mill, every autumn.';
  expect(messageOf(`cannot read "${passage}" here`)).toContain('cannot read "…" here');
  expect(messageOf(`cannot read ${'x'.repeat(400)} ${passage}`)).not.toContain('apples');
});

describe('an error may have been billed', () => {
  const unbilled = (status: number | undefined, type: string | undefined): boolean => {
    const body = type === undefined ? '<html>' : { type: 'error', error: { type, message: 'no' } };
    const of = status === undefined ? undefined : APIError.generate(status, body, undefined, new Headers());
    return verdictOn(of ?? new APIError(undefined, body, undefined, new Headers())).unbilled;
  };

  it.each([500, 502, 503, 504, 520, 524, 408])('if it is a %d, with or without an error type', (status) => {
    expect(unbilled(status, undefined)).toBe(false);
    expect(unbilled(status, 'api_error')).toBe(false);
    expect(unbilled(status, 'timeout_error')).toBe(false);
  });

  it.each(['api_error', 'timeout_error'])('if it is an %s, whatever status a proxy gave it', (type) => {
    for (const status of [400, 429, 529]) {
      expect(unbilled(status, type)).toBe(false);
    }
  });

  it('if it ends a response that had started', () => {
    expect(unbilled(undefined, 'overloaded_error')).toBe(false);
  });

  it.each([400, 401, 402, 403, 404, 413, 422, 429, 529])('but not if it is a %d', (status) => {
    expect(unbilled(status, undefined)).toBe(true);
  });

  it('but not if it is an overloaded_error before any response', () => {
    expect(unbilled(503, 'overloaded_error')).toBe(true);
  });

  it('but not if the request cannot have been sent', () => {
    const lost = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });
    const verdict = (cause: Error): boolean => verdictOn(new APIConnectionError({ cause })).unbilled;
    expect(verdict(lost('ECONNREFUSED', 'connect'))).toBe(true);
    expect(verdict(lost('EHOSTUNREACH', 'connect'))).toBe(true);
    expect(verdict(lost('EHOSTUNREACH', 'read'))).toBe(false);
    expect(verdict(lost('ECONNRESET', 'read'))).toBe(false);
    const addresses = [lost('ECONNREFUSED', 'connect'), lost('ETIMEDOUT', 'connect')];
    expect(verdict(new AggregateError(addresses.slice(0, 1)))).toBe(true);
    expect(verdict(new AggregateError(addresses))).toBe(false);
  });
});
