import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import { UnrecoverableRunError } from '../../../run-state/run-errors.ts';
import { callIds, normaliseMessage } from './message.ts';

function message(content: unknown[], more: Record<string, unknown> = {}): Anthropic.Message {
  const usage = { input_tokens: 1, output_tokens: 1 };
  return { content, stop_reason: 'tool_use', usage, ...more } as unknown as Anthropic.Message;
}

const call = (id: string, input: unknown = {}) => ({ type: 'tool_use', id, name: 'list_patterns', input });

describe('a stored message', () => {
  it('has an id for each call that no other call of the conversation has', () => {
    const normalised = normaliseMessage(message([call('a'), call('a'), call('b')]), new Set(['b', 'a_2']));
    expect(callIds(normalised)).toEqual(['a', 'a_3', 'b_2']);
  });

  it('has ids that the API accepts', () => {
    const [id] = callIds(normaliseMessage(message([call('über "id"\n')]), new Set()));
    expect(id).toMatch(/^[\w-]+$/);
    expect(callIds(normaliseMessage(message([call('i'.repeat(5_000))]), new Set()))[0]).toHaveLength(52);
  });

  it.each([
    ['U+0000', 'toolu_\u0000'],
    ['half a character', 'toolu_\ud83d'],
    ['over 200 characters', 'i'.repeat(201)],
  ])('has an id that can be stored and sent back in place of one with %s', (_what, id) => {
    const [normalised] = callIds(normaliseMessage(message([call(id)]), new Set()));
    expect(normalised).toMatch(/^[\w-]{1,64}$/);
  });

  it.each([
    ['list_patterns\u0000', 'list_patterns_'],
    ['list patterns\ud83d', 'list_patterns_'],
    ['', '_'],
    ['x'.repeat(10_000), 'x'.repeat(64)],
  ])('has tool names that the API accepts, and that name no other tool: %j', (name, normalised) => {
    const given = { type: 'tool_use', id: 'a', name, input: {} };
    expect(normaliseMessage(message([given]), new Set()).content).toMatchObject([{ name: normalised }]);
  });

  it('has storable texts everywhere', () => {
    const bad = 'tea\u0000 \ud83d😀 \udc00';
    const strange = { type: 'server_tool_use', id: bad, input: { [bad]: bad } };
    const normalised = normaliseMessage(
      message(
        [
          { type: 'text', text: bad },
          { type: 'text', text: '\u0000\ud83d' },
          call('a', { a: [{ [bad]: bad }] }),
          strange,
        ],
        {
          stop_sequence: bad,
          id: bad,
        },
      ),
      new Set(),
    );
    const whole = 'tea 😀 ';
    expect(normalised).toMatchObject({
      stop_sequence: whole,
      id: whole,
      content: [
        { text: whole },
        // A tool reports itself what is wrong with its input.
        { input: { a: [{ [bad]: bad }] } },
        { id: whole, input: { [whole]: whole } },
      ],
    });
  });

  it('drops parts of an input that are nested too deeply to be stored', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 100_000; level += 1) {
      deep = { deep };
    }
    const normalised = normaliseMessage(message([call('a', deep)]), new Set());
    expect(JSON.stringify(normalised)).not.toContain('end');
  });

  it('has no blank text, and an object for every input', () => {
    const normalised = normaliseMessage(
      message([{ type: 'text', text: ' \n' }, call('a', 'nonsense'), call('b', [1]), call('c', null)]),
      new Set(),
    );
    expect(normalised.content).toMatchObject([{ input: {} }, { input: {} }, { input: {} }]);
  });

  it('keeps unknown parts unchanged', () => {
    const strange = { type: 'thinking', thinking: 'hm', signature: 's' };
    expect(normaliseMessage(message([strange]), new Set()).content).toEqual([strange]);
  });

  it.each([
    ['a page', '<!doctype html>'],
    ['no content', { stop_reason: null }],
    ['a negative count of tokens', message([], { usage: { input_tokens: -1, output_tokens: 0 } })],
    ['an impossible count of tokens', message([], { usage: { input_tokens: 5e9, output_tokens: 0 } })],
    ['a call without a name', message([{ type: 'tool_use', id: 'a' }])],
  ])('is rejected if it is %s', (_what, given) => {
    expect(() => normaliseMessage(given as Anthropic.Message, new Set())).toThrow(UnrecoverableRunError);
  });
});
