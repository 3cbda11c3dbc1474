import type { MemberSource } from '../source/source.ts';
import { dataRows } from './data-rows.ts';
import { delimiterName, dialectOf, oneColumn, otherDelimiter } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { layoutOf, layoutSample } from './layout.ts';
import { endsInCarriageReturn, withLineFeeds } from './line-ends.ts';
import { RecordSplitter } from './record-splitter.ts';
import type { TextRow } from './record-splitter.ts';
import type { RejectedRow, Table } from './table.ts';
import { surveyBytes } from './text/byte-survey.ts';
import { Damage } from './text/damage.ts';
import { textPieces } from './text/decode.ts';
import { encodingOf } from './text/encoding.ts';

/** Characters by which delimiter and header are found. */
const sampleSize = 524_288;

/** Characters of all pieces that are split at once: bounds the rows of a batch. */
const pieceSize = 65_536;

/**
 * Opens a delimited text (CSV, TSV and the like) as a table: finds its encoding, delimiter and header. The bytes are read
 * once for that, and once more at each call of `rows`, which adds to the notes what only the end of the file shows.
 * @throws MemberFileInvalid if there is nothing to read
 */
export async function openDelimited(source: MemberSource): Promise<Table> {
  const survey = await surveyBytes(source);
  const encoding = encodingOf(survey);
  const { sample: text, isWhole } = await beginning(textPieces(source, encoding));
  const isCr = endsInCarriageReturn(text);
  const sampleText = isCr ? text.replaceAll(/\r\n?/g, '\n') : text;
  const dialect = dialectOf(sampleText, isWhole);
  const told: string[] = encoding.note === undefined ? [] : [encoding.note];
  const first = firstRows(sampleText, dialect, isWhole, told);
  const { layout, headings, notes, sample } = layoutOf(first);
  notes.unshift(...told);

  async function* batches(damage: Damage): AsyncGenerator<(TextRow | RejectedRow)[]> {
    const splitter = new RecordSplitter(dialect, headings.length);
    const pieces = textPieces(source, encoding);
    for await (const piece of isCr ? withLineFeeds(pieces) : pieces) {
      for (let at = 0; at < piece.length; at += pieceSize) {
        const text = piece.slice(at, at + pieceSize);
        const rows = splitter.push(text);
        damage.count(text, rows);
        yield rows;
      }
    }
    const rest = splitter.push('', true);
    damage.count('', rest);
    yield rest;
  }

  const { delimiter } = dialect;
  async function* rows(): AsyncGenerator<(TextRow | RejectedRow)[]> {
    const damage = new Damage();
    yield* dataRows(
      batches(damage),
      {
        ...layout,
        firstLine: Math.max(layout.firstLine, dialect.hasSeparatorLine ? 2 : 1),
        ...(delimiter !== oneColumn && { delimiter: singular(delimiter) }),
      },
      headings,
      sample,
      notes,
    );
    notes.push(...damage.notes().filter((note) => !notes.includes(note)));
  }

  const shape =
    delimiter === oneColumn ? 'Text of one column' : `CSV separated by ${delimiterName(delimiter)}`;
  return {
    format: encoding.title === undefined ? shape : `${shape}, ${encoding.title}`,
    position: 'line',
    headings,
    notes,
    rows,
  };
}

function firstRows(text: string, dialect: Dialect, isWhole: boolean, notes: string[]): TextRow[] {
  const rows = new RecordSplitter(dialect).push(text, isWhole).filter((row) => 'cells' in row);
  const first = rows.slice(Number(dialect.hasSeparatorLine)).slice(0, layoutSample);
  const at = first.findIndex(
    (row, index) => row.cells.length === 1 && (first[index + 1]?.cells.length ?? 0) > 1,
  );
  const [header, below] = [first[at], first[at + 1]];
  if (header === undefined || below === undefined) {
    return first;
  }
  const delimiter = otherDelimiter(header.cells[0] ?? '', below.cells.length, dialect.delimiter);
  if (delimiter === undefined) {
    return first;
  }
  const [split] = new RecordSplitter({ ...dialect, delimiter }).push(header.cells[0] ?? '', true);
  if (split === undefined || !('cells' in split)) {
    return first;
  }
  notes.push(
    `The header is separated by ${delimiterName(delimiter)}, and the lines below it by ${delimiterName(dialect.delimiter)}.`,
  );
  return first.with(at, { line: header.line, cells: split.cells });
}

async function beginning(pieces: AsyncIterable<string>): Promise<{ sample: string; isWhole: boolean }> {
  let sample = '';
  for await (const piece of pieces) {
    sample += piece;
    if (sample.length >= sampleSize) {
      return { sample, isWhole: false };
    }
  }
  return { sample, isWhole: true };
}

function singular(delimiter: string): string {
  return delimiterName(delimiter).replace(/s$/, '');
}
