import type { MemberFormat } from '@warren/contracts';
import { withSilentNo } from './fields/consent.ts';
import { readCsv } from './csv/csv.ts';
import { readJson } from './json/json.ts';
import { readNdjson } from './json/ndjson.ts';
import type { MemberSource, ReadLine } from './source/source.ts';

const readers: Record<MemberFormat, (source: MemberSource) => AsyncIterable<ReadLine>> = {
  csv: readCsv,
  ndjson: readNdjson,
  json: readJson,
};

/**
 * Reads members from a file, in the order of the file, at the pace of the reader and in bounded memory. A bad
 * line is told and skipped; `MemberFileInvalid` is thrown only where nothing in the file can be read.
 */
export function readMembers(source: MemberSource, format: MemberFormat): AsyncIterable<ReadLine> {
  return withSilentNo(source, readers[format]);
}
