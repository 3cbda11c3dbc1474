import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ScriptedRequest, TurnUsage } from '@warren/testing';

/** Approximate bytes of JSON and English per token. */
const bytesInToken = 3.5;
/** Blocks before a breakpoint that the API searches for a prefix written by an earlier request. */
const lookback = 20;

const Marked = z.looseObject({ cache_control: z.unknown().optional() });
const Prompt = z.looseObject({
  cache_control: z.unknown().optional(),
  tools: z.array(Marked),
  system: z.array(Marked),
  messages: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(Marked)]) })),
});

/** A possible end of a cached prefix: the prefix's length, and its content. */
interface Cut {
  readonly bytes: number;
  readonly hash: string;
  readonly marked: boolean;
}

/**
 * The prompt cache as the API documents it, without its time limit: a request reads the longest prefix that ends at most
 * 20 blocks before one of its breakpoints and that an earlier request wrote, writes up to its last breakpoint, and pays
 * the rest as plain input.
 */
export class PromptCache {
  private readonly written = new Set<string>();

  /** The usage that the API would report for a request and an answer of so many bytes. */
  usage(request: ScriptedRequest, answerBytes: number): Required<TurnUsage> {
    const cuts = cutsOf(request.body);
    const breakpoints = cuts.flatMap(({ marked }, at) => (marked ? [at] : []));
    if (breakpoints.length > 4) {
      throw new Error(`${breakpoints.length} breakpoints; the API takes 4`);
    }
    const readable = cuts.filter(
      ({ hash }, at) => this.written.has(hash) && breakpoints.some((end) => at <= end && at > end - lookback),
    );
    const read = readable.at(-1)?.bytes ?? 0;
    const end = cuts.findLast(({ marked }) => marked)?.bytes ?? 0;
    const all = cuts.at(-1)?.bytes ?? 0;
    for (const { hash, marked } of cuts) {
      if (marked) {
        this.written.add(hash);
      }
    }
    return {
      cache_read_input_tokens: tokens(read),
      cache_creation_input_tokens: tokens(Math.max(0, end - read)),
      input_tokens: tokens(all - Math.max(end, read)),
      output_tokens: tokens(answerBytes),
    };
  }
}

/** Number of breakpoints of a request, including that of its moving end. */
export function breakpointsOf(request: ScriptedRequest): number {
  return cutsOf(request.body).filter(({ marked }) => marked).length;
}

/** Tokens in so many bytes. */
export function tokens(bytes: number): number {
  return Math.ceil(bytes / bytesInToken);
}

/** A prompt block by block in the API's order: tools, system, messages; cache marks are not part of the content. */
function cutsOf(body: unknown): Cut[] {
  const { tools, system, messages, cache_control } = Prompt.parse(body);
  const blocks = [
    ...tools,
    ...system,
    ...messages.flatMap(({ role, content }) =>
      (typeof content === 'string' ? [{ type: 'text', text: content }] : content).map((block) => ({
        role,
        ...block,
      })),
    ),
  ];
  const hash = createHash('sha256');
  let bytes = 0;
  return blocks.map(({ cache_control: mark, ...words }, at) => {
    const text = JSON.stringify(words);
    bytes += Buffer.byteLength(text);
    hash.update(text);
    const isEnd = cache_control !== undefined && at === blocks.length - 1;
    return { bytes, hash: hash.copy().digest('hex'), marked: mark !== undefined || isEnd };
  });
}
