import { jsonParser } from 'stream-json/core/parser.js';
import type { Token } from 'stream-json/core/parser.js';
import type { MemberSource } from '../../source/source.ts';
import { textOf } from '../../source/text.ts';

/** Objects and lists that may lie in one another. */
export const maxNesting = 50;

/** A text that is no JSON, or is nested too deep; `line` is the line where it is, if known. */
export class JsonBroken extends Error {
  override readonly name = 'JsonBroken';
  readonly line: number | undefined;

  constructor(message: string, line?: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

/**
 * The tokens of a JSON text, in batches, with packed keys. Several values may follow one another.
 * @throws JsonBroken with the line where the text is no JSON
 */
export async function* tokensOf(
  source: MemberSource,
): AsyncGenerator<{ tokens: Iterable<Token>; line: number }> {
  const parse = jsonParser({
    packValues: false,
    packKeys: true,
    streamValues: true,
    streamKeys: false,
    jsonStreaming: true,
  });
  let line = 1;
  for await (const piece of piecesOf(source)) {
    let tokens;
    try {
      tokens = parse(piece);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new JsonBroken(problem, line, { cause: error });
    }
    line += piece.split('\n').length - 1;
    if (typeof tokens !== 'symbol') {
      yield { tokens: tokens.values, line };
    }
  }
}

/** Ends each piece at a closing brace, so that a piece that fails to parse loses no complete member. */
async function* piecesOf(source: MemberSource): AsyncGenerator<string> {
  for await (const text of textOf(source)) {
    let start = 0;
    for (let end = text.indexOf('}'); end !== -1; end = text.indexOf('}', start)) {
      yield text.slice(start, end + 1);
      start = end + 1;
    }
    if (start < text.length) {
      yield text.slice(start);
    }
  }
}
