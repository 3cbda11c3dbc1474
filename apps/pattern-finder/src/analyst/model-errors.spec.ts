import { APIError } from '@anthropic-ai/sdk';
import { expect, it } from '@jest/globals';
import { verdictOn } from './model-errors.ts';

function refusal(message: string): string {
  const body = { type: 'error', error: { type: 'invalid_request_error', message } };
  const verdict = verdictOn(APIError.generate(400, body, undefined, new Headers()));
  return verdict.kind === 'hopeless' ? verdict.error.message : verdict.kind;
}

it('tells what the server of the model said', () => {
  expect(refusal('max_tokens: must be "1" or more')).toBe(
    `The model's server says invalid_request_error: max_tokens: must be "1" or more`,
  );
});

it('repeats no passage of a request that the server echoes', () => {
  const passage = 'I press apples in the barn behind the mill, every autumn.';
  expect(refusal(`cannot read "${passage}" here`)).toContain('cannot read "…" here');
  expect(refusal(`cannot read ${'x'.repeat(400)} ${passage}`)).not.toContain('apples');
});
