import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const block = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  tool_use_id: z.string().optional(),
  text: z.string().optional(),
  input: z.unknown().optional(),
});

/** Fields of a Messages API request that the scripted server reads; others are kept. */
export const MessagesBody = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.number().int().positive(),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(['user', 'assistant', 'system']),
        content: z.union([z.string(), z.array(block)]),
      }),
    )
    .min(1),
  stream: z.boolean().optional(),
  system: z.unknown().optional(),
  tools: z.array(z.looseObject({ name: z.string().optional() })).optional(),
  tool_choice: z.looseObject({ type: z.string(), name: z.string().optional() }).optional(),
});
export type MessagesBody = z.infer<typeof MessagesBody>;

/**
 * State of a request: `open` in progress; `whole` the answer was sent to its last byte; `refused` an error or a proxy's
 * page was sent; `cut` the server broke the connection; `abandoned` the client left first.
 */
export type Outcome = 'open' | 'whole' | 'refused' | 'cut' | 'abandoned';

/** Request as it arrived, and its outcome. */
export interface ScriptedRequest {
  /** 0 for the first request of its kind */
  index: number;
  /** `reading`: of a second reader; `themes`: to propose themes or judge members for them; each has a script of its own */
  kind: 'messages' | 'reading' | 'themes' | 'count_tokens';
  /** when it had arrived whole, in ms since 1970 */
  at: number;
  headers: IncomingHttpHeaders;
  /** byte for byte as sent */
  text: string;
  body: MessagesBody;
  /** assistant messages in the conversation so far */
  turn: number;
  /** 1 for the first request with exactly this text, 2 for its first repetition */
  attempt: number;
  outcome: Outcome;
  /** token usage billed for an answer that was begun */
  usage: { input_tokens: number; output_tokens: number };
}

const mostMarks = 4;

/** Returns why the real API would reject the conversation, or undefined where it would not. */
export function rejectionOf(body: MessagesBody): string | undefined {
  if (body.messages[0]?.role !== 'user') {
    return 'messages.0: the first message must have the role user';
  }
  const { tools = [], tool_choice } = body;
  if (tool_choice?.type === 'tool' && !tools.some(({ name }) => name === tool_choice.name)) {
    return `tool_choice: there is no tool ${tool_choice.name ?? ''}`;
  }
  const marks = marksOf(body);
  if (marks > mostMarks) {
    return `A maximum of ${mostMarks} blocks with cache_control may be provided. Found ${marks}.`;
  }
  const seen = new Set<string>();
  for (const [place, message] of body.messages.entries()) {
    const blocks = blocksOf(message.content);
    if (blocks.some((each) => each.type === 'text' && (each.text ?? '') === '')) {
      return `messages.${place}: text content blocks must be non-empty`;
    }
    const calls = message.role === 'assistant' ? idsOf(blocks, 'tool_use') : [];
    for (const id of calls) {
      if (seen.has(id)) {
        return `messages.${place}: tool_use ids must be unique, ${id} is not`;
      }
      seen.add(id);
    }
    const next = body.messages[place + 1];
    const results = next?.role === 'user' ? resultsOf(blocksOf(next.content)) : [];
    const open = calls.find((id) => !results.includes(id));
    if (open !== undefined) {
      return `messages.${place}: tool_use ids were found without tool_result blocks immediately after: ${open}`;
    }
    const stray = results.find((id) => !calls.includes(id));
    if (stray !== undefined) {
      return `messages.${place + 1}: unexpected tool_use_id found in tool_result blocks: ${stray}`;
    }
    if (
      blocks.some(
        (each) => each.type === 'tool_use' && (typeof each.input !== 'object' || each.input === null),
      )
    ) {
      return `messages.${place}: tool_use.input must be an object`;
    }
  }
  return undefined;
}

/** Blocks with cache_control; the request's own marks its last block, which may have one already. */
function marksOf({ tools = [], system, messages, cache_control }: MessagesBody): number {
  const messageBlocks = messages.flatMap(({ content }) => blocksOf(content));
  const instructions: unknown[] = Array.isArray(system) ? system : [];
  const marked = [...tools, ...instructions, ...messageBlocks].filter(isMarked);
  return marked.length + (isMarked({ cache_control }) && !isMarked(messageBlocks.at(-1)) ? 1 : 0);
}

function isMarked(part: unknown): boolean {
  return z.object({ cache_control: z.object({}) }).safeParse(part).success;
}

type Block = z.infer<typeof block>;

function blocksOf(content: string | Block[]): Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

function idsOf(blocks: Block[], type: string): string[] {
  return blocks.flatMap((each) => (each.type === type && each.id !== undefined ? [each.id] : []));
}

function resultsOf(blocks: Block[]): string[] {
  return blocks.flatMap((each) =>
    each.type === 'tool_result' && each.tool_use_id !== undefined ? [each.tool_use_id] : [],
  );
}
