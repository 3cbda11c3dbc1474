import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { openTable } from '../container/open-table.ts';
import type { MemberSource } from '../source/source.ts';
import type { Table } from '../table/table.ts';
import { membersOf } from './members-of.ts';
import type { ReadMember, RejectedMember } from './members-of.ts';
import { readingReport } from './reading-report.ts';
import { surveyTable } from './survey.ts';
import type { MappingOf } from './survey.ts';

/** A file of members, opened: how it is read, and its members. */
export interface Reading {
  report: ReadingReport;
  /** The corrections in force; undefined where there are none. */
  mapping: ColumnMapping | undefined;
  position: Table['position'];
  /** The members in the order of the file, each once, in bounded memory; from the beginning at each call. */
  members(): AsyncIterable<(ReadMember | RejectedMember)[]>;
}

/**
 * Opens a file of members: recognises what it is, what its columns are and who its people are, corrected by the
 * mapping for its header. The file is read once for that, and once more at each call of `members`.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function openMembers(
  file: MemberSource,
  mappingOf: MappingOf = async () => Promise.resolve(undefined),
): Promise<Reading> {
  const table = await openTable(file);
  const survey = await surveyTable(table, mappingOf);
  return {
    report: readingReport(table, survey),
    mapping: survey.mapping,
    position: table.position,
    members: () => membersOf(table, survey),
  };
}
