import { StringDecoder } from 'node:string_decoder';
import { isRecord } from '../../cells/value.ts';
import { piecesOf } from '../../source/bytes.ts';
import { longestRecord, tooLong } from '../../source/source.ts';
import type { MemberSource } from '../../source/source.ts';
import { textOf } from '../../source/text.ts';
import type { Table } from '../../table/table.ts';
import { rejectRow, tableOfRecords } from './record-table.ts';
import type { ReadRecord } from './record-table.ts';

/** Opens a file with one JSON object a line; blank lines are skipped. */
export function openNdjson(source: MemberSource): Promise<Table> {
  return tableOfRecords({
    format: 'NDJSON, an object a line',
    position: 'line',
    notes: [],
    read: () => readLines(source),
  });
}

/** A batch for each piece of the file. Lines are cut from whole pieces: a million of them must take seconds. */
async function* readLines(source: MemberSource): AsyncGenerator<ReadRecord[]> {
  let open = '';
  let isTooLong = false;
  let number = 1;
  for await (const piece of textPieces(source)) {
    const batch: ReadRecord[] = [];
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      const line = open === '' ? piece.slice(start, end) : open + piece.slice(start, end);
      addLine(batch, number, isTooLong ? undefined : line);
      [open, isTooLong, start] = ['', false, end + 1];
      number += 1;
    }
    open = isTooLong ? '' : open + piece.slice(start);
    if (open.length > longestRecord) {
      [open, isTooLong] = ['', true];
    }
    if (batch.length > 0) {
      yield batch;
    }
  }
  const batch: ReadRecord[] = [];
  addLine(batch, number, isTooLong ? undefined : open);
  if (batch.length > 0) {
    yield batch;
  }
}

/** Adds what a line holds, if anything; `text` is undefined where it was too long to keep. */
function addLine(batch: ReadRecord[], line: number, text: string | undefined): void {
  if (text === undefined || text.length > longestRecord) {
    batch.push(rejectRow(line, tooLong));
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const written = text.trim();
    if (written !== '') {
      batch.push(
        rejectRow(line, `is not valid JSON (${error instanceof Error ? error.message : String(error)})`),
      );
    }
    return;
  }
  batch.push(
    isRecord(value)
      ? { line, record: value }
      : rejectRow(line, 'is not a JSON object: write one member a line, as {"email": …}'),
  );
}

/** The text of a file. UTF-8, which nearly all such files are, is decoded in less time than `textOf` takes. */
async function* textPieces(source: MemberSource): AsyncGenerator<string> {
  let decoder: StringDecoder | undefined;
  for await (const piece of piecesOf(source)) {
    if (decoder === undefined) {
      if (piece.length < 4 || piece[0] === 0 || piece[1] === 0 || (piece[0] ?? 0) > 0x7f) {
        yield* textOf(source);
        return;
      }
      decoder = new StringDecoder('utf8');
    }
    yield decoder.write(piece);
  }
  yield decoder?.end() ?? '';
}
