import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { UnrecoverableRunError } from '../../../run-state/run-errors.ts';
import type { Tokens } from '../../../run-state/prices.ts';
import { isTooDeep, wholeTexts } from './whole-texts.ts';

/** Tokens of one call; a count beyond it is a mistake, and would not fit into the sums of a run. */
const count = z.number().int().min(0).max(100_000_000);

/** What the loop relies on in a message of the model; the rest is kept as it came. */
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
 * A message as it can be kept and sent back: its texts without U+0000 and halves of characters, no blank ones, an object for
 * each tool's input (whose texts the tool judges), a name that a tool may have, and ids of tool calls that no earlier call of the conversation has
 * (`taken`); the API, or the database, refuses a conversation with any of these.
 * @throws HopelessRun where it is no message at all
 */
export function normaliseMessage(message: Anthropic.Message, taken: ReadonlySet<string>): Anthropic.Message {
  if (!Message.safeParse(message).success) {
    throw new UnrecoverableRunError(
      'The model’s server answered with something that is no message: check ANTHROPIC_BASE_URL.',
    );
  }
  const ids = new Set(taken);
  const content = message.content
    .map((block) => (block.type === 'tool_use' ? tidyCall(block, ids) : wholeTexts(block, '')))
    .filter((block) => block.type !== 'text' || block.text.trim() !== '');
  return { ...wholeTexts({ ...message, content: [] }, ''), content };
}

function tidyCall(call: Anthropic.ToolUseBlock, ids: Set<string>): Anthropic.ToolUseBlock {
  let id = call.id;
  for (let copy = 2; ids.has(id) || !/^[\w-]{1,64}$/.test(id); copy += 1) {
    id = `${call.id.replace(/[^\w-]/g, '').slice(0, 50)}_${copy}`;
  }
  ids.add(id);
  const input: unknown = call.input;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return { ...call, id, name: tidyName(call.name), input: isObject && !isTooDeep(input) ? input : {} };
}

/** As the API takes it back; what is changed is the name of no tool. */
function tidyName(name: string): string {
  const tidy = name.replace(/[^\w-]/g, '_').slice(0, 64);
  return tidy === '' ? '_' : tidy;
}

/** The ids of the tool calls in a message. */
export function callIds(message: Anthropic.Message): string[] {
  return message.content.flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));
}

/** The tokens of one call, as the model's server counts them. */
export function tokensOf({ usage }: Anthropic.Message): Tokens {
  return {
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_read_tokens: usage.cache_read_input_tokens ?? 0,
    cache_write_tokens: usage.cache_creation_input_tokens ?? 0,
  };
}

/** Everything read and written, together. */
export function allTokens(tokens: Tokens): number {
  return tokens.input_tokens + tokens.output_tokens + tokens.cache_read_tokens + tokens.cache_write_tokens;
}
