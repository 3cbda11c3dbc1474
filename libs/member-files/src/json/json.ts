import { jsonParser } from 'stream-json/core/parser.js';
import { isRecord } from '../fields/record.ts';
import { MemberFileInvalid, rejectLine, tooLong } from '../source/source.ts';
import type { MemberSource, ReadLine } from '../source/source.ts';
import { textOf } from '../source/text.ts';
import { JsonItems } from './json-items.ts';
import type { JsonItem } from './json-items.ts';

const expected = 'a JSON file must hold a list of members: [{…}, {…}] or {"members": [{…}, {…}]}';

/**
 * Reads `[member, …]` or `{"members": [member, …]}`; `line` is the number of the item, from 1. If the JSON is broken, the
 * items before the break are kept and one rejection says where it broke.
 */
export async function* readJson(source: MemberSource): AsyncGenerator<ReadLine> {
  const parse = jsonParser({ packValues: false, streamValues: true });
  const items = new JsonItems();
  let line = 1;
  let number = 0;
  for await (const piece of piecesOf(source.open())) {
    let tokens;
    try {
      tokens = parse(piece);
      if (typeof tokens === 'symbol') {
        continue;
      }
      for (const token of tokens.values) {
        for (const item of items.take(token)) {
          number += 1;
          yield readItem(number, item);
        }
      }
    } catch (error) {
      const where = `near line ${line}: ${error instanceof Error ? error.message : String(error)}`;
      if (!items.found) {
        throw new MemberFileInvalid(`${expected}; this one is not valid JSON ${where}`, { cause: error });
      }
      yield rejectLine(number + 1, `the JSON is broken ${where}; the items before it were read`);
      return;
    }
    line += piece.split('\n').length - 1;
  }
  if (!items.found) {
    throw new MemberFileInvalid(expected);
  }
  if (items.depth > 0) {
    yield rejectLine(number + 1, `the JSON ends too early, at line ${line}; the items before it were read`);
  }
}

function readItem(line: number, item: JsonItem): ReadLine {
  if ('tooLong' in item) {
    return rejectLine(line, tooLong);
  }
  if (!isRecord(item.value)) {
    return rejectLine(line, 'is not a JSON object: write each member as {"email": …}');
  }
  return { line, record: item.value };
}

/** Ends each piece at a closing brace, so that a piece that fails to parse loses no complete member. */
async function* piecesOf(stream: ReturnType<MemberSource['open']>): AsyncGenerator<string> {
  for await (const text of textOf(stream)) {
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
