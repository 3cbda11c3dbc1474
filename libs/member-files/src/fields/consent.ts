import type { MemberSource, ReadLine } from '../source/source.ts';
import { memberField } from './columns.ts';
import { textValue, InvalidValue, yesNoValue } from './values.ts';

/** Reads a file from its beginning. */
type Reader = (source: MemberSource) => AsyncIterable<ReadLine>;

/** Summary of all answers to `is_public` in a file. */
type Answers = 'none' | 'only yes' | 'mixed';

/**
 * Interprets empty `is_public` values of a file. If every answer in the file is yes, an empty one is read as no: some
 * programs write `false` as an empty cell. If the file has other answers too, an empty one leaves a known member as is and
 * makes a new member private. A record without the field says nothing about it. The file is read a second time only if a
 * value is empty.
 */
export async function* withSilentNo(source: MemberSource, read: Reader): AsyncGenerator<ReadLine> {
  let answers: Answers | undefined;
  for await (const line of read(source)) {
    const name = 'record' in line ? consentKey(line.record) : undefined;
    if (!('record' in line) || name === undefined || !isEmpty(line.record[name])) {
      yield line;
      continue;
    }
    answers ??= await answersIn(source, read);
    if (answers === 'none') {
      yield line;
    } else if (answers === 'mixed') {
      yield { ...line, noAnswer: true };
    } else {
      yield { line: line.line, record: { ...line.record, [name]: false }, silentNo: true };
    }
  }
}

async function answersIn(source: MemberSource, read: Reader): Promise<Answers> {
  let answers: Answers = 'none';
  for await (const line of read(source)) {
    const name = 'record' in line ? consentKey(line.record) : undefined;
    if (!('record' in line) || name === undefined || isEmpty(line.record[name])) {
      continue;
    }
    const answer = answerOf(line.record[name]);
    if (answer === false) {
      return 'mixed';
    }
    if (answer === true) {
      answers = 'only yes';
    } else if (answers === 'none') {
      answers = 'mixed';
    }
  }
  return answers;
}

/** Yes or no; undefined if the value is empty or cannot be read. */
function answerOf(value: unknown): boolean | undefined {
  try {
    return yesNoValue(value);
  } catch (error) {
    if (error instanceof InvalidValue) {
      return undefined;
    }
    throw error;
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && textValue(value) === '');
}

/** Key of `is_public` in a record; the field's own name first. */
function consentKey(record: Record<string, unknown>): string | undefined {
  if (Object.hasOwn(record, 'is_public')) {
    return 'is_public';
  }
  return Object.keys(record).find((name) => memberField(name) === 'is_public');
}
