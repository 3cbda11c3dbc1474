import { entriesOf } from './lists/values.ts';
import { holdsCodes, isPlaceholder } from './placeholders.ts';
import type { PlaceholderKind } from './placeholders.ts';
import { InvalidValue, shown, textValue } from './value.ts';

/** Reads the cells of a column of texts; a placeholder is empty. */
export type TextReader = (cell: unknown) => string;

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
    const text = kind === 'prose' ? given : given.replace(/\s*[,;]+$/, '');
    return isPlaceholder(text, kind, codes) ? '' : text;
  };
}

/** Several texts where one is wanted: two employers are "Uni Bern, CERN"; numbers are none, such as coordinates. */
function joined(cell: readonly unknown[]): string {
  if (cell.some((entry) => typeof entry === 'number')) {
    throw new InvalidValue(`${shown(cell)} is not text: write it as text`);
  }
  const texts = entriesOf(cell, () => undefined).map(({ label }) => label);
  return [...new Set(texts)].join(', ');
}
