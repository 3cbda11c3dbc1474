import type { MemberFormat } from '@warren/contracts';
import { readCsv } from './csv/csv.ts';
import { withSilentNo } from './fields/consent.ts';
import { readJson } from './json/json.ts';
import { readNdjson } from './json/ndjson.ts';
import { MemberFileInvalid } from './source/source.ts';
import type { MemberSource, ReadLine } from './source/source.ts';

/** The reader of each format that can be read. */
const readers: Partial<Record<MemberFormat, (source: MemberSource) => AsyncIterable<ReadLine>>> = {
  csv: readCsv,
  ndjson: readNdjson,
  json: readJson,
};

/**
 * Reads members from a file, in the order of the file, at the consumer's pace and in bounded memory. A bad line is
 * rejected and skipped; `MemberFileInvalid` is thrown only if nothing in the file can be read.
 */
export function readMembers(source: MemberSource, format: MemberFormat): AsyncIterable<ReadLine> {
  const reader = readers[format];
  if (reader === undefined) {
    throw new MemberFileInvalid('Files of this format cannot be read: send CSV, NDJSON or JSON.');
  }
  return withSilentNo(source, reader);
}
