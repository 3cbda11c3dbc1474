import { memberField } from './columns.ts';
import type { MemberSource, ReadLine } from './source.ts';
import { textValue, ValueRefused, yesNoValue } from './values.ts';

/** Reads a file from its beginning. */
type Reader = (source: MemberSource) => AsyncIterable<ReadLine>;

/**
 * The lines of a file, with an empty `is_public` read as no where every answer to it in the file is yes: programs write
 * `false` as an empty cell, and then silence is how somebody said no. Where some say no in words, an empty cell says
 * nothing. The file is read a second time only if there is an empty cell.
 */
export async function* withSilentNo(source: MemberSource, read: Reader): AsyncGenerator<ReadLine> {
  let onlyYes: boolean | undefined;
  for await (const line of read(source)) {
    const name = 'record' in line ? consentName(line.record) : undefined;
    if (!('record' in line) || name === undefined || !isEmpty(line.record[name])) {
      yield line;
      continue;
    }
    onlyYes ??= await everyAnswerIsYes(source, read);
    yield onlyYes ? { line: line.line, record: { ...line.record, [name]: false }, silentNo: true } : line;
  }
}

async function everyAnswerIsYes(source: MemberSource, read: Reader): Promise<boolean> {
  let some = false;
  for await (const line of read(source)) {
    const name = 'record' in line ? consentName(line.record) : undefined;
    const answer = 'record' in line && name !== undefined ? answerOf(line.record[name]) : undefined;
    if (answer === false) return false;
    some ||= answer === true;
  }
  return some;
}

/** Yes or no; undefined where nothing is said, or nothing that can be read. */
function answerOf(value: unknown): boolean | undefined {
  try {
    return yesNoValue(value);
  } catch (error) {
    if (error instanceof ValueRefused) return undefined;
    throw error;
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && textValue(value) === '');
}

/** Under which name a record says whether its member is public; the field's own name first. */
function consentName(record: Record<string, unknown>): string | undefined {
  if (Object.hasOwn(record, 'is_public')) return 'is_public';
  return Object.keys(record).find((name) => memberField(name) === 'is_public');
}
