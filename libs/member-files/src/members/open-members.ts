import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { openTable } from '../container/open-table.ts';
import type { MemberSource } from '../source/source.ts';
import type { Table } from '../table/table.ts';
import { firstMembersOf, membersOf } from './members-of.ts';
import type { ReadMember, RejectedMember } from './members-of.ts';
import { readingReport } from './reading-report.ts';
import { Surveyor } from './survey.ts';
import type { MappingOf, Survey } from './survey.ts';

/** A file of members, opened: how it is read, and its members. */
export interface Reading {
  report: ReadingReport;
  /** The corrections in force; undefined where there are none. */
  mapping: ColumnMapping | undefined;
  position: Table['position'];
  /** The members in the order of the file, each once, in bounded memory; from the beginning at each call. */
  members(): AsyncIterable<(ReadMember | RejectedMember)[]>;
}

/** A file of members that is read while it is looked at for the first time. */
export interface FirstReading {
  /** The members, as they are if no later row changes how earlier ones are read; once. */
  members(): AsyncIterable<(ReadMember | RejectedMember)[]>;
  /** The reading after all members, and whether those were right; if not they are to be read anew. */
  end(): { reading: Reading; isRight: boolean };
}

const noMapping: MappingOf = async () => Promise.resolve(undefined);

/**
 * Opens a file of members: recognises what it is, what its columns are and who its people are, corrected by the
 * mapping for its header. The file is read once for that, and once more at each call of `members`.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function openMembers(file: MemberSource, mappingOf = noMapping): Promise<Reading> {
  const table = await openTable(file);
  const surveyor = new Surveyor(table, mappingOf);
  const rows = surveyor.rows();
  while ((await rows.next()).done !== true) {
    // looking at them is all
  }
  return readingOf(table, surveyor.end());
}

/**
 * Reads a file of members in one go, for a caller who can begin anew: most files have a row for each member, and then the
 * first look is all it takes.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function readMembersOnce(file: MemberSource, mappingOf = noMapping): Promise<FirstReading> {
  const table = await openTable(file);
  const surveyor = new Surveyor(table, mappingOf, { readsAll: true });
  return {
    members: () => firstMembersOf(surveyor),
    end: () => {
      const survey = surveyor.end();
      return { reading: readingOf(table, survey), isRight: surveyor.isSimple };
    },
  };
}

function readingOf(table: Table, survey: Survey): Reading {
  return {
    report: readingReport(table, survey),
    mapping: survey.mapping,
    position: table.position,
    members: () => membersOf(table, survey),
  };
}
