import { InvalidValue, isUnstorable, shown, textValue } from './value.ts';

/** What is to be read as an id: spreadsheets and R round numbers and add zeros behind the point. */
export interface IdOptions {
  /** Other ids of the column are written in rounded form too: then "1e+05" is one, not a name that looks so. */
  rounded?: boolean;
}

const roundedNumber = /^[+-]?\d(?:[.,]\d+)?e\+?\d+$/i;
const withDigitsLost = /^[+-]?\d[.,]\d+e\+\d+$/i;

/**
 * Reads an operator's id; one that storing would change, or that was rounded already, could be another member's.
 * "100000.0", as a column of numbers with gaps is written, is 100000.
 */
export function idText(value: unknown, { rounded = false }: IdOptions = {}): string | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new InvalidValue(`${shown(value)} is not an exact whole number: write the id in quotes`);
  }
  if (isUnstorable(value)) {
    throw new InvalidValue(`${shown(value)} holds U+0000 or half a character: write the id without it`);
  }
  const text = textValue(value);
  if (withDigitsLost.test(text) || (rounded && roundedNumber.test(text))) {
    throw new InvalidValue(
      `${shown(text)} was rounded by the program that wrote it: format the column as text, and export it again`,
    );
  }
  return text.replace(/^(\d+)\.0+$/, '$1') || null;
}

/** Returns whether the ids of a column were written as rounded numbers: one has lost digits, or the others are numbers. */
export function holdsRoundedIds(values: Iterable<unknown>): boolean {
  let numbers = 0;
  let rounded = 0;
  let others = 0;
  for (const value of values) {
    const text = typeof value === 'string' ? value.trim() : '';
    if (withDigitsLost.test(text)) {
      return true;
    }
    if (roundedNumber.test(text)) {
      rounded += 1;
    } else if (/^\d+(?:\.0+)?$/.test(text) || typeof value === 'number') {
      numbers += 1;
    } else if (text !== '') {
      others += 1;
    }
  }
  return rounded > 0 && others <= 0.05 * (numbers + rounded);
}
