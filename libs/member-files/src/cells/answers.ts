import type { PromptResponse } from '@warren/contracts';
import { InvalidValue, isRecord, textValue } from './value.ts';
import type { OnRejected } from './value.ts';

/** Reads answers to questions of the profile form: texts, `{prompt, response}`, `{question, answer}`, or a map. */
export function answers(value: unknown, onRejected: OnRejected): PromptResponse[] {
  const given = typeof value === 'string' ? fromText(value) : value;
  const entries: unknown[] = Array.isArray(given)
    ? given
    : given === null || given === undefined
      ? []
      : [given];
  return entries
    .flatMap((entry, at) => readEntry(() => answersOf(entry), at, onRejected))
    .filter(({ response }) => response !== '');
}

/** Reads an entry of a list; rejects it if it cannot be read. */
function readEntry<T>(read: () => T[], at: number, onRejected: OnRejected): T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidValue)) {
      throw error;
    }
    onRejected(`entry ${at + 1}: ${error.message}`);
    return [];
  }
}

function fromText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    const given: unknown = JSON.parse(text);
    return given;
  } catch {
    return text;
  }
}

const questionKeys = ['prompt', 'question', 'title', 'label'];
const answerKeys = ['response', 'answer', 'value', 'text'];

function answersOf(entry: unknown): PromptResponse[] {
  if (!isRecord(entry)) {
    return [{ prompt: '', response: answerText(entry) }];
  }
  const answerKey = answerKeys.find((key) => key in entry);
  const questionKey = questionKeys.find((key) => key in entry);
  if (answerKey !== undefined && (questionKey !== undefined || Object.keys(entry).length === 1)) {
    return [{ prompt: textValue(entry[questionKey ?? '']), response: answerText(entry[answerKey]) }];
  }
  return Object.entries(entry).map(([prompt, answer]) => ({
    prompt: textValue(prompt),
    response: answerText(answer),
  }));
}

function answerText(value: unknown): string {
  return Array.isArray(value)
    ? value
        .map(textValue)
        .filter((text) => text !== '')
        .join(', ')
    : textValue(value);
}
