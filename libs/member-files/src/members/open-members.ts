import { createHash } from 'node:crypto';
import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { openTable } from '../container/open-table.ts';
import type { MemberSource } from '../source/source.ts';
import type { Table } from '../table/table.ts';
import { membersOf } from './members-of.ts';
import type { ReadMember, RejectedMember } from './members-of.ts';
import { readingReport } from './reading-report.ts';
import { surveyTable } from './survey.ts';

/** A file of members, opened: how it is read, and its members. */
export interface Reading {
  report: ReadingReport;
  position: Table['position'];
  /** The members in the order of the file, each once, in bounded memory; from the beginning at each call. */
  members(): AsyncIterable<(ReadMember | RejectedMember)[]>;
}

/**
 * Opens a file of members: recognises what it is, what its columns are and who its people are, after `mapping` where that
 * corrects it. The file is read once for that, and once more at each call of `members`.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function openMembers(file: MemberSource, mapping?: ColumnMapping): Promise<Reading> {
  const table = await openTable(file);
  const survey = await surveyTable(table, mapping);
  const source = sourceOf(table);
  return {
    report: readingReport(table, source, survey),
    position: table.position,
    members: () => membersOf(table, survey, source),
  };
}

/** Names the header of a table: files with the same headings in the same order come from the same source. */
function sourceOf({ headings }: Table): string {
  const names = headings.map(({ name }) => name.normalize('NFKC').trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 12);
}
