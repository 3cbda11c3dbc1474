import type { MemberSource } from '../source/source.ts';
import { dataRows } from './data-rows.ts';
import { delimiterName, dialectOf, oneColumn } from './dialect.ts';
import { dialectWithin, firstRows, unwrapper } from './first-rows.ts';
import { layoutOf } from './layout.ts';
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
  const whole = dialectOf(sampleText, isWhole);
  const inner = dialectWithin(sampleText, whole, isWhole);
  const dialect = inner ?? whole;
  const told: string[] = encoding.note === undefined ? [] : [encoding.note];
  if (inner !== undefined) {
    told.push('Each line stands in quotes as a whole: they were taken off.');
  }
  const first = firstRows(sampleText, whole, inner, isWhole, told);
  const { layout, headings, notes, sample } = layoutOf(first);
  notes.unshift(...told);

  async function* batches(damage: Damage): AsyncGenerator<(TextRow | RejectedRow)[]> {
    const splitter = new RecordSplitter(whole, inner === undefined ? headings.length : 1);
    const unwrap = inner === undefined ? undefined : unwrapper(inner, headings.length);
    const pieces = textPieces(source, encoding);
    for await (const piece of isCr ? withLineFeeds(pieces) : pieces) {
      for (let at = 0; at < piece.length; at += pieceSize) {
        const text = piece.slice(at, at + pieceSize);
        const split = splitter.push(text);
        const rows = unwrap === undefined ? split : split.map(unwrap);
        damage.count(text, rows);
        yield rows;
      }
    }
    const last = splitter.push('', true);
    const rest = unwrap === undefined ? last : last.map(unwrap);
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
        firstLine: Math.max(layout.firstLine, whole.hasSeparatorLine ? 2 : 1),
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
