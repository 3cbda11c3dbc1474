import { isRecord } from '../fields/record.ts';
import { linesOf } from '../source/lines.ts';
import { rejectLine, tooLong } from '../source/source.ts';
import type { MemberSource, ReadLine } from '../source/source.ts';

/** Reads one JSON object per line; blank lines are skipped. */
export async function* readNdjson(source: MemberSource): AsyncGenerator<ReadLine> {
  for await (const { number, text } of linesOf(source.open())) {
    if (text === null) {
      yield rejectLine(number, tooLong);
    } else if (text.trim() !== '') {
      yield readLine(number, text);
    }
  }
}

function readLine(line: number, text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return rejectLine(line, `is not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isRecord(value)) {
    return rejectLine(line, 'is not a JSON object: write one member a line, as {"email": …}');
  }
  return { line, record: value };
}
