import type { Heading } from '../table.ts';
import type { Header } from './find-header.ts';
import { optionsOf } from './options.ts';
import { shapeOf } from './shapes.ts';
import { plainResponse } from './subheader.ts';

/** The columns of a table from its header and a sample of the rows below it. */
export function headingsOf(header: Header, rows: readonly (readonly string[])[]): Heading[] {
  const texts = partsOf(header, rows);
  const isFromOneRow = texts.every((part) => part.option === undefined);
  const parted = isFromOneRow
    ? optionsOf(
        texts.map((part) => part.text),
        rows,
      )
    : texts;
  const taken = new Set<string>();
  return parted.map((part, index) => {
    const whole = isFromOneRow ? (texts[index]?.text ?? '') : nameOf(part);
    const base = whole === '' ? `column ${index + 1}` : whole;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) {
      name = `${base} (${count})`;
    }
    taken.add(name);
    return { name, ...part };
  });
}

interface Part {
  text: string;
  option?: string;
}

function nameOf({ text, option }: Part): string {
  return option === undefined ? text : `${text} [${option}]`;
}

function partsOf(
  { rows: [top = [], ...lower], subheader, width }: Header,
  rows: readonly (readonly string[])[],
): Part[] {
  const upper = Array.from({ length: width }, (_, column) => onOneLine(top[column] ?? ''));
  const below = Array.from({ length: upper.length }, (_, column) => onOneLine(lower[0]?.[column] ?? ''));
  if (subheader === undefined) {
    return upper.map((text) => ({ text }));
  }
  if (subheader.kind === 'wording') {
    return upper.map((text, column) => {
      const wording = below[column] ?? '';
      return { text: wording === '' || wording.startsWith('{') ? text : wording };
    });
  }
  let title = '';
  const parts = upper.map((text, column) => {
    const option = below[column] ?? '';
    title = text !== '' || option === '' ? text : title;
    return { title, option };
  });
  return parts.map((part, column) => {
    if (part.title === '' || part.option === '') {
      return { text: part.title === '' ? part.option : part.title };
    }
    const shared = parts.filter((other) => other.title === part.title);
    if (subheader.kind === 'options' || (shared.length > 1 && isTicked(rows, column, part.option))) {
      return plainResponse.test(part.option)
        ? { text: part.title }
        : { text: part.title, option: part.option };
    }
    const isRepeated = below.filter((other) => other === part.option).length > 1;
    return { text: isRepeated ? `${part.title} ${part.option}` : part.option };
  });
}

/** Returns whether the values of a column are marks that choose its heading. */
function isTicked(rows: readonly (readonly string[])[], column: number, option: string): boolean {
  return rows.every((row) => {
    const cell = row[column] ?? '';
    return ['', '1', '0', option].includes(cell) || shapeOf(cell) === 'answer';
  });
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
