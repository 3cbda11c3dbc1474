import { InvalidValue, isRecord, shown, textValue } from '../value.ts';
import type { OnRejected } from '../value.ts';

/** An entry of a list that was given as data, with its level where one is named. */
export interface Entry {
  label: string;
  level?: string;
}

const nameKeys =
  'name label title display displayName display_name value text skill interest tag topic language option key slug id'.split(
    ' ',
  );
const levelKeys = 'level proficiency fluency rating score stars experience years grade'.split(' ');
const listKeys = 'values items options data nodes entries results list tags skills interests'.split(' ');
const deepest = 4;

/**
 * Reads the entries of a list given as data: texts, numbers, objects with a name (and a level), maps from option to yes or
 * to a level. An entry that is none of these is rejected; a value that is no list throws InvalidValue.
 */
export function entriesOf(value: unknown, onRejected: OnRejected): Entry[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, at) => {
      try {
        return entryOf(entry, 0);
      } catch (error) {
        if (!(error instanceof InvalidValue)) {
          throw error;
        }
        onRejected(`entry ${at + 1}: ${error.message}`);
        return [];
      }
    });
  }
  if (isRecord(value)) {
    return ofRecord(value, 0);
  }
  throw new InvalidValue(`${shown(value)} is not a list: write ["…", "…"]`);
}

function entryOf(entry: unknown, depth: number): Entry[] {
  if (depth > deepest) {
    throw new InvalidValue(`${shown(entry)} is not text: write it as text`);
  }
  if (Array.isArray(entry)) {
    return entry.flatMap((inner) => entryOf(inner, depth + 1));
  }
  if (isRecord(entry)) {
    return ofRecord(entry, depth + 1);
  }
  const label = textValue(entry);
  return label === '' ? [] : [{ label }];
}

function ofRecord(record: Record<string, unknown>, depth: number): Entry[] {
  const keys = Object.keys(record);
  if (keys.every((key) => /^\d+$/.test(key))) {
    return Object.values(record).flatMap((value) => entryOf(value, depth + 1));
  }
  const listKey = keys.length === 1 ? keys.find((key) => listKeys.includes(key)) : undefined;
  if (listKey !== undefined && Array.isArray(record[listKey])) {
    return entryOf(record[listKey], depth + 1);
  }
  const nameKey = nameKeys.find((key) => key in record && !isAnswer(record[key]));
  if (nameKey !== undefined) {
    const level = levelKeys.map((key) => levelOf(record[key])).find((given) => given !== '') ?? '';
    return entryOf(record[nameKey], depth + 1).map((entry) => (level === '' ? entry : { ...entry, level }));
  }
  return Object.entries(record).flatMap(([option, given]) => ofOption(option, given, record));
}

/** An option of a map: ticked, not ticked, or mastered at a level. */
function ofOption(option: string, given: unknown, record: Record<string, unknown>): Entry[] {
  const label = textValue(option);
  if (label === '' || given === null || given === undefined || given === false) {
    return [];
  }
  if (given === true || isRecord(given)) {
    return [{ label }];
  }
  if (typeof given === 'number' || typeof given === 'string') {
    const values = Object.values(record);
    const isTicks = values.every((value) => isAnswer(value));
    if (isTicks) {
      return isYes(given) ? [{ label }] : [];
    }
    const level = levelOf(given);
    return level === '' ? [] : [{ label, level }];
  }
  throw new InvalidValue(`${shown(record)} is not text: write it as text`);
}

/** Returns a level as text, empty where none is given. */
function levelOf(given: unknown): string {
  return typeof given === 'number' || typeof given === 'string' ? textValue(given) : '';
}

const answer = /^(?:1|0|true|false|yes|no|on|off|y|n|x|ja|nein|oui|non|)$/i;

function isAnswer(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    value === null ||
    value === 0 ||
    value === 1 ||
    (typeof value === 'string' && answer.test(value.trim()))
  );
}

function isYes(value: string | number): boolean {
  return /^(?:1|true|yes|on|y|x|ja|oui)$/i.test(String(value).trim());
}
