import { inspect } from 'node:util';
import type { MembershipStatus, PromptResponse } from '@warren/contracts';
import { isRecord } from './record.ts';

/** A value that is invalid for its field; the message says what to write instead. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue';
}

/** Receives the reason why a part of a value is rejected. */
export type OnRejected = (reason: string) => void;

/** Reads a text as it can be stored: PostgreSQL accepts neither U+0000 nor half of a surrogate pair. */
export function textValue(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'string') {
    return storable(value).trim();
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return String(value);
  }
  throw new InvalidValue(`${shown(value)} is not text: write it as text`);
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '');
}

/** Returns whether a value contains, at any depth, characters that cannot be stored and that reading drops. */
export function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') {
    return /[\0\ud800-\udfff]/.test(value) && storable(value) !== value;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnstorable);
}

/** Reads an operator's id; one that storing would change, or that was rounded already, could be another member's. */
export function idValue(value: unknown): string | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new InvalidValue(`${shown(value)} is not an exact whole number: write the id in quotes`);
  }
  if (isUnstorable(value)) {
    throw new InvalidValue(`${shown(value)} holds U+0000 or half a character: write the id without it`);
  }
  return textValue(value) || null;
}

/** Reads an e-mail address, in lower case so that one address is not two. */
export function emailValue(value: unknown): string | null {
  if (isUnstorable(value)) {
    throw new InvalidValue(`${shown(value)} holds U+0000 or half a character: write the address without it`);
  }
  const address = textValue(value).replace(/^mailto:/i, '');
  return address.toLowerCase() || null;
}

/** Reads a list of texts; a text is split as a table cell is, and an entry that is not a text is rejected. */
export function listValue(value: unknown, onRejected: OnRejected): string[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return splitText(textValue(value));
  }
  if (value === null || value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new InvalidValue(`${shown(value)} is not a list: write ["…", "…"]`);
  }
  return value
    .flatMap((entry: unknown, at) => readEntry(() => [textValue(entry)], at, onRejected))
    .filter(Boolean);
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

function splitText(text: string): string[] {
  return text
    .split(/[;|]/.test(text) ? /[;|]/ : ',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

const truths = new Set(
  'true yes y 1 1.0 t on x public visible checked ja oui si sí sim wahr vrai ✓ ✔ ☑ ✅'.split(' '),
);
const falsehoods = new Set(
  'false no n 0 0.0 f off private hidden unchecked nein non nee não nao falsch faux ✗ ✘ ☐ ❌'.split(' '),
);

/** Reads yes or no in any spelling; undefined if empty. */
export function yesNoValue(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') {
    return value;
  }
  // a symbol may be followed by a variation selector
  const text = textValue(value)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\ufe0f$/, '');
  if (text === '') {
    return undefined;
  }
  if (truths.has(text)) {
    return true;
  }
  if (falsehoods.has(text)) {
    return false;
  }
  throw new InvalidValue(`${shown(value)} is neither yes nor no: write yes, no, true, false, 1 or 0`);
}

const statuses: Record<MembershipStatus, string> = {
  active:
    'active current enabled ok member paid pastdue renewed live new grace graceperiod pendingrenewal aktiv mitglied',
  trial: 'trial trialing trialling trialist trialperiod free probe',
  paused: 'paused onhold hold suspended frozen onbreak pausiert ruhend',
  cancelled:
    'cancelled canceled cancelling left former quit inactive closed deleted terminated resigned deactivated ' +
    'deceased died gekundigt ausgetreten ehemalig inaktiv verstorben',
  expired: 'expired lapsed ended overdue abgelaufen',
};
const statusOf = new Map<string, string>(
  Object.entries(statuses).flatMap(([status, names]) =>
    names.split(' ').map((name) => [name, status] as const),
  ),
);

/** Reads a membership status in any spelling; undefined if empty. */
export function statusValue(value: unknown): string | undefined {
  const text = textValue(value);
  if (text === '') {
    return undefined;
  }
  const status = statusOf.get(
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );
  if (status === undefined) {
    throw new InvalidValue(
      `${shown(value)} is not a known status: write active, trial, paused, cancelled or expired`,
    );
  }
  return status;
}

/** Reads answers to questions of the profile form: texts, `{prompt, response}`, `{question, answer}`, or a map. */
export function promptsValue(value: unknown, onRejected: OnRejected): PromptResponse[] {
  const answers = typeof value === 'string' ? fromText(value) : value;
  const entries: unknown[] = Array.isArray(answers)
    ? answers
    : answers === null || answers === undefined
      ? []
      : [answers];
  return entries
    .flatMap((entry, at) => readEntry(() => promptsOf(entry), at, onRejected))
    .filter(({ response }) => response !== '');
}

function fromText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
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
  return Array.isArray(value) ? value.map(textValue).join(', ') : textValue(value);
}

/** Formats a value for a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : inspect(value, { breakLength: Infinity, depth: 1 });
  return storable(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
