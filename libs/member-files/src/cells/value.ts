import { inspect } from 'node:util';

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
  return mayBeUnstorable(text) ? text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '') : text;
}

/** A quick test: half of a pair, or U+0000. */
function mayBeUnstorable(text: string): boolean {
  return !text.isWellFormed() || text.includes('\0');
}

/** Returns whether a value contains, at any depth, characters that cannot be stored and that reading drops. */
export function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') {
    return mayBeUnstorable(value) && storable(value) !== value;
  }
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (isUnstorable(entry)) {
        return true;
      }
    }
    return false;
  }
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnstorable);
}

/** Formats a value for a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : inspect(value, { breakLength: Infinity, depth: 1 });
  return storable(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}

/** Returns whether a value is an object with named fields, not null and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Folds a text to compare it with known words: lower case, no accents, blanks as one. */
export function folded(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) {
    return text.toLowerCase();
  }
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
}
