import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import type { Tokens } from '../../../run-state/prices.ts';
import { UnrecoverableRunError } from '../../../run-state/run-errors.ts';
import { isThought } from './thinking.ts';
import { isTooDeep, wholeTexts } from './whole-texts.ts';

/** Tokens of one call; a larger count is an error, and would overflow the sums of a run. */
const count = z.number().int().min(0).max(100_000_000);

/** The parts of a message that the loop relies on; the rest is kept unchanged. */
const Message = z.looseObject({
  content: z.array(
    z.union([
      z.looseObject({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.unknown() }),
      z.looseObject({ type: z.literal('text'), text: z.string() }),
      z.looseObject({ type: z.string().regex(/^(?!(?:tool_use|text)$)/) }),
    ]),
  ),
  stop_reason: z.string().nullable(),
  usage: z.looseObject({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count.nullish(),
    cache_creation_input_tokens: count.nullish(),
  }),
});

/**
 * Normalises a message so that it can be stored and sent back: texts without U+0000 and lone surrogates, no blank texts,
 * an object as each tool's input (whose texts the tool checks), valid tool names, and ids of tool calls that are unique in
 * the conversation (`taken` are those before); thoughts are kept byte for byte; the API or the database rejects a conversation otherwise.
 * @throws UnrecoverableRunError if it is no message at all
 */
export function normaliseMessage(message: Anthropic.Message, taken: ReadonlySet<string>): Anthropic.Message {
  if (!Message.safeParse(message).success) {
    throw new UnrecoverableRunError(
      'The model’s server answered with something that is no message: check ANTHROPIC_BASE_URL.',
    );
  }
  const ids = new Set(taken);
  const content = message.content
    .map((block) => normaliseBlock(block, ids))
    .filter((block) => block.type !== 'text' || block.text.trim() !== '');
  return { ...wholeTexts({ ...message, content: [] }, ''), content };
}

function normaliseBlock(block: Anthropic.ContentBlock, ids: Set<string>): Anthropic.ContentBlock {
  if (block.type === 'tool_use') {
    return normaliseCall(block, ids);
  }
  return isThought(block) ? block : wholeTexts(block, '');
}

function normaliseCall(call: Anthropic.ToolUseBlock, ids: Set<string>): Anthropic.ToolUseBlock {
  let id = call.id;
  for (let copy = 2; ids.has(id) || !/^[\w-]{1,64}$/.test(id); copy += 1) {
    id = `${call.id.replace(/[^\w-]/g, '').slice(0, 50)}_${copy}`;
  }
  ids.add(id);
  const input: unknown = call.input;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return { ...call, id, name: normaliseName(call.name), input: isObject && !isTooDeep(input) ? input : {} };
}

/** Makes a name that the API accepts; a name that has to be changed is no tool's. */
function normaliseName(name: string): string {
  const normalised = name.replace(/[^\w-]/g, '_').slice(0, 64);
  return normalised === '' ? '_' : normalised;
}

/** Ids of the tool calls in a message. */
export function callIds(message: Anthropic.Message): string[] {
  return message.content.flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));
}

/** Tokens of one call, as the model's server counts them. */
export function tokensOf({ usage }: Anthropic.Message): Tokens {
  return {
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_read_tokens: usage.cache_read_input_tokens ?? 0,
    cache_write_tokens: usage.cache_creation_input_tokens ?? 0,
  };
}

/** Sum of all input and output tokens. */
export function allTokens(tokens: Tokens): number {
  return tokens.input_tokens + tokens.output_tokens + tokens.cache_read_tokens + tokens.cache_write_tokens;
}
