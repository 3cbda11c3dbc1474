import { Readable } from 'node:stream';
import type { MemberSource } from '../source/source.ts';
import type { Table } from '../table/table.ts';
import { surveyBytes } from '../table/text/byte-survey.ts';
import { textPieces } from '../table/text/decode.ts';
import { encodingOf } from '../table/text/encoding.ts';

/** Opens a table of text in UTF-8. */
type Opener = (source: MemberSource) => Promise<Table>;

/**
 * Opens a text whose format knows UTF-8 alone: one in another encoding is decoded as a delimited text is, and what was
 * done, or lost before, is told.
 */
export async function openInUtf8(source: MemberSource, open: Opener): Promise<Table> {
  const survey = await surveyBytes(source);
  const encoding = encodingOf(survey);
  const isPlain = encoding.name === 'utf-8' && encoding.otherLines === undefined;
  const table = await open(
    isPlain
      ? source
      : { open: () => Readable.from(textPieces(source, encoding), { objectMode: false, encoding: 'utf8' }) },
  );
  if (encoding.title !== undefined) {
    table.format += `, ${encoding.title}`;
  }
  if (encoding.note !== undefined) {
    table.notes.unshift(encoding.note);
  }
  tellLost(table, survey.lost);
  return table;
}

/** Opens cards, which decode each value by itself: a property may name its character set. */
export async function openCardText(source: MemberSource, open: Opener): Promise<Table> {
  const survey = await surveyBytes(source);
  const table = await open(source);
  if (survey.invalidBytes > 0 && encodingOf(survey).title !== 'UTF-16') {
    table.notes.unshift(
      'What is not UTF-8 is read as the card says, and as Windows-1252 where it says nothing.',
    );
  }
  tellLost(table, survey.lost);
  return table;
}

function tellLost(table: Table, lost: number): void {
  if (lost > 0) {
    table.notes.push(
      `${lost === 1 ? 'A letter is' : `${lost} letters are`} lost, shown as \ufffd: export the file again as UTF-8 if that matters.`,
    );
  }
}
