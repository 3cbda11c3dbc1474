import { entriesOf } from './lists/values.ts';
import { holdsCodes, isPlaceholder, withoutOther } from './placeholders.ts';
import type { PlaceholderKind } from './placeholders.ts';
import { InvalidValue, shown, textValue } from './value.ts';

/** Reads the cells of a column of texts; a placeholder is empty. */
export type TextReader = (cell: unknown) => string;

/** The option of a form for a place that it does not name. */
const elsewhere =
  /^(?:others?|elsewhere|andere[rs]?|anderswo|sonstige[rs]?|autres?|otr[oa]s?|altr[oi]|anders|outr[oa]s?)(?:\s*\([^()]*\))?$/i;

/** Makes a reader from the sampled values of a column: NA is a code where the others are codes of two letters. */
export function textReader(values: Iterable<unknown>, kind: PlaceholderKind): TextReader {
  const texts: string[] = [];
  for (const value of values) {
    if (typeof value === 'string') {
      texts.push(value.trim());
    }
  }
  const codes = holdsCodes(texts);
  return (cell) => {
    const given = Array.isArray(cell) ? joined(cell) : textValue(cell);
    const text = kind === 'prose' ? given : withoutOther(withoutMarks(given));
    return isPlaceholder(text, kind, codes) || (kind === 'place' && elsewhere.test(text)) ? '' : text;
  };
}

/** Takes commas and semicolons from the end. */
function withoutMarks(text: string): string {
  return text.endsWith(',') || text.endsWith(';') ? text.replace(/\s*[,;]+$/, '') : text;
}

/** Several texts where one is wanted: two employers are "Uni Bern, CERN"; numbers are none, such as coordinates. */
function joined(cell: readonly unknown[]): string {
  if (cell.some((entry) => typeof entry === 'number')) {
    throw new InvalidValue(`${shown(cell)} is not text: write it as text`);
  }
  const texts = entriesOf(cell, () => undefined).map(({ label }) => label);
  return [...new Set(texts)].join(', ');
}
