import type { MembershipStatus, PromptResponse } from '@warren/contracts';
import { inspect } from 'node:util';
import { isRecord } from './record.ts';

/** A value that cannot be what its field asks for; the message says what to write instead. */
export class ValueRefused extends Error {
  override name = 'ValueRefused';
}

/** Told of a value that is read in part: why the rest of it is not taken. */
export type OnRejected = (reason: string) => void;

/** A text as it can be stored: PostgreSQL keeps neither U+0000 nor half of a surrogate pair. */
export function textValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return storable(value).trim();
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw new ValueRefused(`${shown(value)} is not text: write it as text`);
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '');
}

/** Whether there is something in a value, however deep, that cannot be stored and that reading leaves out. */
export function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\ud800-\udfff]/.test(value) && storable(value) !== value;
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnstorable);
}

/** An id of the operator; what would change by being stored, or was rounded already, could be another member's. */
export function idValue(value: unknown): string | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new ValueRefused(`${shown(value)} is not an exact whole number: write the id in quotes`);
  }
  if (isUnstorable(value)) {
    throw new ValueRefused(`${shown(value)} holds U+0000 or half a character: write the id without it`);
  }
  return textValue(value) || null;
}

/** An e-mail address, without a case that would make one address two. */
export function emailValue(value: unknown): string | null {
  if (isUnstorable(value)) {
    throw new ValueRefused(`${shown(value)} holds U+0000 or half a character: write the address without it`);
  }
  const address = textValue(value).replace(/^mailto:/i, '');
  return address.toLowerCase() || null;
}

/** A list of texts; a text is split as a cell of a table would be, and an entry that is no text is left out. */
export function listValue(value: unknown, tell: OnRejected): string[] {
  if (typeof value === 'string' || typeof value === 'number') return splitText(textValue(value));
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new ValueRefused(`${shown(value)} is not a list: write ["…", "…"]`);
  return value.flatMap((entry: unknown, at) => inPart(() => [textValue(entry)], at, tell)).filter(Boolean);
}

/** What an entry of a list reads as; nothing where it cannot be read, and that is told. */
function inPart<T>(read: () => T[], at: number, tell: OnRejected): T[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ValueRefused)) throw error;
    tell(`entry ${at + 1}: ${error.message}`);
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

/** Yes or no, however it is written; undefined where nothing is written. */
export function yesNoValue(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  // a sign may be followed by a selector that says how it is drawn
  const text = textValue(value)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\ufe0f$/, '');
  if (text === '') return undefined;
  if (truths.has(text)) return true;
  if (falsehoods.has(text)) return false;
  throw new ValueRefused(`${shown(value)} is neither yes nor no: write yes, no, true, false, 1 or 0`);
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

/** A membership status, however it is written; undefined where nothing is written. */
export function statusValue(value: unknown): string | undefined {
  const text = textValue(value);
  if (text === '') return undefined;
  const status = statusOf.get(
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );
  if (status === undefined) {
    throw new ValueRefused(
      `${shown(value)} is not a known status: write active, trial, paused, cancelled or expired`,
    );
  }
  return status;
}

/** Answers to questions of the profile form: texts, `{prompt, response}`, `{question, answer}`, or a map. */
export function promptsValue(value: unknown, tell: OnRejected): PromptResponse[] {
  const answers = typeof value === 'string' ? fromText(value) : value;
  const entries: unknown[] = Array.isArray(answers)
    ? answers
    : answers === null || answers === undefined
      ? []
      : [answers];
  return entries
    .flatMap((entry, at) => inPart(() => promptsOf(entry), at, tell))
    .filter(({ response }) => response !== '');
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
  return storable(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
