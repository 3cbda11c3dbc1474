import { commonShape, isHeadingText, shapeOf } from './shapes.ts';

/** Header rows below the first one. */
export interface Subheader {
  /** How many. */
  rows: number;
  /**
   * `wording`: the next row has the wording of the codes in the first; `options`: it has the options of the question
   * above their first; `groups`: it has the headings, and the first row the titles of groups of them.
   */
  kind: 'wording' | 'options' | 'groups';
}

/** Survey tools write these below the heading of a question without options. */
export const plainResponse = /^(?:open-ended response|response|antwort|réponse)$/i;

/** Finds out whether the rows below a header belong to it; they are other rows than values only if they look it. */
export function subheaderOf(
  top: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
): Subheader | undefined {
  const [first = [], second = []] = below;
  if (width < 2 || filledCount(top) < (top[0] === '' ? 1 : 2)) {
    return undefined;
  }
  for (const [index, row] of [first, second].entries()) {
    if (row.filter((cell) => cell.startsWith('{"ImportId"')).length > filledCount(row) / 2) {
      return { rows: index + 1, kind: 'wording' };
    }
  }
  if (!isAllText(first) || !isAllText(top)) {
    return undefined;
  }
  if (isWording(top, first, below.slice(1))) {
    return { rows: 1, kind: 'wording' };
  }
  return optionsOrGroups(top, first, below.slice(1), width);
}

function isWording(
  top: readonly string[],
  row: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  const columns = top.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const codes = columns.filter((column) =>
    /^\p{Lu}{1,4}_?\d+(?:[._]?\w+)*$/iu.test(top[column] ?? ''),
  ).length;
  if (columns.length < 2 || codes < Math.max(1, columns.length * 0.4)) {
    return false;
  }
  const worded = columns.filter((column) => {
    const cell = row[column] ?? '';
    return cell.length > (top[column] ?? '').length && /[\s?]/.test(cell);
  });
  const isData = columns.filter((column) =>
    below.some((other) => (row[column] ?? '') !== '' && other[column] === row[column]),
  );
  const repeated = isData.filter(
    (column) => !below.every((other) => ['', row[column]].includes(other[column] ?? '')),
  );
  return worded.length >= columns.length * 0.7 && repeated.length < columns.length * 0.1;
}

function optionsOrGroups(
  top: readonly string[],
  row: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
): Subheader | undefined {
  const gaps: number[] = [];
  let [blankBelow, plain] = [0, 0];
  for (let column = 0; column < width; column += 1) {
    const [upper, lower] = [top[column] ?? '', row[column] ?? ''];
    if (upper === '' && (gaps.length > 0 || top.slice(0, column).some((cell) => cell !== ''))) {
      gaps.push(column);
    }
    blankBelow += Number(upper !== '' && lower === '');
    plain += Number(plainResponse.test(lower));
  }
  const isFilled = gaps.filter((column) => (row[column] ?? '') !== '').length >= gaps.length * 0.9;
  if (gaps.length === 0 && plain < 2) {
    return undefined;
  }
  if (!isFilled || below.length === 0) {
    return undefined;
  }
  if (blankBelow > 0 || plain > 0) {
    return { rows: 1, kind: 'options' };
  }
  const lower = row.slice(0, width).filter((cell) => cell !== '');
  const columns = row.slice(0, width).flatMap((cell, column) => (cell === '' ? [] : [column]));
  // a column that holds its heading or nothing is an option, and its heading is written where it was chosen
  const again = row.flatMap((cell, column) =>
    below.some((other) => cell !== '' && cell === other[column]) ? [column] : [],
  );
  const options = again.filter((column) =>
    below.every((other) => ['', row[column]].includes(other[column] ?? '')),
  );
  const headings = columns.filter(
    (column) =>
      isHeadingText(row[column] ?? '') ||
      options.includes(column) ||
      !['text', 'empty'].includes(commonShape(below.map((other) => other[column] ?? ''))),
  );
  const isHeading = headings.length >= Math.min(2, columns.length);
  const isDistinct = new Set(lower).size > lower.length / 2;
  const isUnlike = again.length - options.length <= options.length / 10;
  return isHeading && isDistinct && isUnlike && lower.length >= width * 0.8
    ? { rows: 1, kind: 'groups' }
    : undefined;
}

function filledCount(row: readonly string[]): number {
  return row.filter((cell) => cell !== '').length;
}

function isAllText(row: readonly string[]): boolean {
  return row.every((cell) => ['text', 'empty', 'answer'].includes(shapeOf(cell)));
}
