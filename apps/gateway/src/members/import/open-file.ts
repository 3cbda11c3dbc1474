import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { anonymousPrefix, openMembers } from '@warren/member-files';
import type { MemberSource, Reading as FileReading } from '@warren/member-files';
import { batchesOf } from './batches.ts';
import type { LineNotes, Row } from './batches.ts';

/** Members of a file, with how they are read. */
export interface Reading {
  report: ReadingReport;
  /** Members in batches, in the order of the file; what was rejected goes to the notes. */
  batches: AsyncIterable<Row[]>;
}

/** A file of members of which the header is known. */
export interface OpenedFile {
  /** Names the header of the file. */
  source: string;
  /** Reads the members, with corrections of how columns are read. */
  read: (mapping: ColumnMapping, notes: LineNotes) => Promise<Reading>;
}

/**
 * Opens a file of members: everything that the gateway knows of files goes through here.
 * @throws MemberFileInvalid if nothing in it can be read
 */
export async function openFile(file: MemberSource): Promise<OpenedFile> {
  const opened = await openMembers(file);
  return {
    source: opened.report.source,
    read: async (mapping, notes) => {
      const reading: FileReading =
        Object.keys(mapping).length === 0
          ? opened
          : await openMembers(file, async () => Promise.resolve(mapping));
      return { report: reading.report, batches: batchesOf(reading.members(), notes) };
    },
  };
}

/**
 * Who may be cancelled for being absent from a file: everybody if the import says so; else the anonymous rows of earlier
 * files with this header, which a file of anonymous rows replaces; undefined if nobody.
 */
export function absentAmong(
  absent: 'keep' | 'cancel',
  { identity, source }: ReadingReport,
): string | undefined {
  if (absent === 'cancel') {
    return '';
  }
  return identity.includes('line') ? anonymousPrefix(source) : undefined;
}
