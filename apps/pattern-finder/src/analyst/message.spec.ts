import { describe, expect, it } from '@jest/globals';
import type Anthropic from '@anthropic-ai/sdk';
import { HopelessRun } from '../runs/run-errors.ts';
import { callIds, tidyMessage } from './message.ts';

function message(content: unknown[], more: Record<string, unknown> = {}): Anthropic.Message {
  const usage = { input_tokens: 1, output_tokens: 1 };
  return { content, stop_reason: 'tool_use', usage, ...more } as unknown as Anthropic.Message;
}

const call = (id: string, input: unknown = {}) => ({ type: 'tool_use', id, name: 'list_patterns', input });

describe('a message as it is kept', () => {
  it('has an id for each call that no other call of the conversation has', () => {
    const tidied = tidyMessage(message([call('a'), call('a'), call('b')]), new Set(['b', 'a_2']));
    expect(callIds(tidied)).toEqual(['a', 'a_3', 'b_2']);
  });

  it('has ids that the API takes', () => {
    const [id] = callIds(tidyMessage(message([call('über "id"\n')]), new Set()));
    expect(id).toMatch(/^[\w-]+$/);
    expect(callIds(tidyMessage(message([call('i'.repeat(5_000))]), new Set()))[0]).toHaveLength(52);
  });

  it('has no blank text, and an object for every input', () => {
    const tidied = tidyMessage(
      message([{ type: 'text', text: ' \n' }, call('a', 'nonsense'), call('b', [1]), call('c', null)]),
      new Set(),
    );
    expect(tidied.content).toMatchObject([{ input: {} }, { input: {} }, { input: {} }]);
  });

  it('keeps what it does not know as it came', () => {
    const strange = { type: 'thinking', thinking: 'hm', signature: 's' };
    expect(tidyMessage(message([strange]), new Set()).content).toEqual([strange]);
  });

  it.each([
    ['a page', '<!doctype html>'],
    ['no content', { stop_reason: null }],
    ['a negative count of tokens', message([], { usage: { input_tokens: -1, output_tokens: 0 } })],
    ['a count that no call comes to', message([], { usage: { input_tokens: 5e9, output_tokens: 0 } })],
    ['a call without a name', message([{ type: 'tool_use', id: 'a' }])],
  ])('is refused where it is %s', (_what, given) => {
    expect(() => tidyMessage(given as Anthropic.Message, new Set())).toThrow(HopelessRun);
  });
});
