import type { MembershipStatus, PromptResponse } from '@warren/contracts';
import { inspect } from 'node:util';
import { isRecord } from './record.ts';

/** A value that cannot be what its field asks for; the message says what to write instead. */
export class ValueRefused extends Error {
  override name = 'ValueRefused';
}

/** A text as it can be stored: PostgreSQL keeps neither U+0000 nor half of a surrogate pair. */
export function textValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string')
    return value
      .replaceAll('\u0000', '')
      .replace(/\p{Cs}/gu, '')
      .trim();
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw new ValueRefused(`${shown(value)} is not text`);
}

/** An id of the operator; a number too large to be exact is refused rather than rounded. */
export function idValue(value: unknown): string | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new ValueRefused(`${shown(value)} is not an exact whole number: write the id in quotes`);
  }
  return textValue(value) || null;
}

/** A list of texts; a text is split as a cell of a table would be. */
export function listValue(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return splitText(textValue(value));
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new ValueRefused(`${shown(value)} is not a list`);
  return value.map(textValue).filter((entry) => entry !== '');
}

function splitText(text: string): string[] {
  return text
    .split(/[;|]/.test(text) ? /[;|]/ : ',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const truths = new Set(['true', 'yes', 'y', '1', 't', 'on', 'public', 'visible']);
const falsehoods = new Set(['false', 'no', 'n', '0', 'f', 'off', 'private', 'hidden']);

/** Yes or no, however it is written; undefined where nothing is written. */
export function yesNoValue(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = textValue(value).toLowerCase();
  if (text === '') return undefined;
  if (truths.has(text)) return true;
  if (falsehoods.has(text)) return false;
  throw new ValueRefused(`${shown(value)} is neither yes nor no: write yes, no, true, false, 1 or 0`);
}

const statuses: Record<MembershipStatus, string> = {
  active: 'active current enabled ok member paid pastdue renewed live',
  trial: 'trial trialing trialling trialist trialperiod free',
  paused: 'paused onhold hold suspended frozen onbreak',
  cancelled:
    'cancelled canceled cancelling left former quit inactive closed deleted terminated resigned deactivated',
  expired: 'expired lapsed ended overdue',
};
const statusOf = new Map<string, string>(
  Object.entries(statuses).flatMap(([status, names]) =>
    names.split(' ').map((name) => [name, status] as const),
  ),
);

/** A membership status, however it is written; undefined where nothing is written. */
export function statusValue(value: unknown): string | undefined {
  const text = textValue(value);
  if (text === '') return undefined;
  const status = statusOf.get(text.toLowerCase().replace(/[^a-z]/g, ''));
  if (status === undefined) {
    throw new ValueRefused(
      `${shown(value)} is not a known status: write active, trial, paused, cancelled or expired`,
    );
  }
  return status;
}

/** Answers to questions of the profile form: texts, `{prompt, response}`, `{question, answer}`, or a map. */
export function promptsValue(value: unknown): PromptResponse[] {
  const answers = typeof value === 'string' ? fromText(value) : value;
  const entries: unknown[] = Array.isArray(answers)
    ? answers
    : answers === null || answers === undefined
      ? []
      : [answers];
  return entries.flatMap(promptsOf).filter(({ response }) => response !== '');
}

function fromText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    const answers: unknown = JSON.parse(text);
    return answers;
  } catch {
    return text;
  }
}

const questionKeys = ['prompt', 'question', 'title', 'label'];
const answerKeys = ['response', 'answer', 'value', 'text'];

function promptsOf(entry: unknown): PromptResponse[] {
  if (!isRecord(entry)) return [{ prompt: '', response: answerText(entry) }];
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
  return Array.isArray(value) ? value.map(textValue).join(', ') : textValue(value);
}

/** A value as a message may quote it. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : inspect(value, { breakLength: Infinity, depth: 1 });
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
