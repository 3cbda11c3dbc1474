import { memberField } from './columns.ts';
import type { MemberSource, ReadLine } from '../source/source.ts';
import { textValue, ValueRefused, yesNoValue } from './values.ts';

/** Reads a file from its beginning. */
type Reader = (source: MemberSource) => AsyncIterable<ReadLine>;

/** What the answers to `is_public` in a file are, taken together. */
type Answers = 'none' | 'only yes' | 'mixed';

/**
 * The lines of a file, with an empty `is_public` read as no where every answer to it in the file is yes: programs write
 * `false` as an empty cell, and then silence is how somebody said no. Where others were given too, an empty one changes
 * nobody who is known but makes nobody public who is new. A record that lacks the field does not speak of it. The file is
 * read a second time only if an answer is empty.
 */
export async function* withSilentNo(source: MemberSource, read: Reader): AsyncGenerator<ReadLine> {
  let answers: Answers | undefined;
  for await (const line of read(source)) {
    const name = 'record' in line ? consentName(line.record) : undefined;
    if (!('record' in line) || name === undefined || !isEmpty(line.record[name])) {
      yield line;
      continue;
    }
    answers ??= await answersIn(source, read);
    if (answers === 'none') yield line;
    else if (answers === 'mixed') yield { ...line, noAnswer: true };
    else yield { line: line.line, record: { ...line.record, [name]: false }, silentNo: true };
  }
}

async function answersIn(source: MemberSource, read: Reader): Promise<Answers> {
  let answers: Answers = 'none';
  for await (const line of read(source)) {
    const name = 'record' in line ? consentName(line.record) : undefined;
    if (!('record' in line) || name === undefined || isEmpty(line.record[name])) continue;
    const answer = answerOf(line.record[name]);
    if (answer === false) return 'mixed';
    if (answer === true) answers = 'only yes';
    else if (answers === 'none') answers = 'mixed';
  }
  return answers;
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
