import { createHash } from 'node:crypto';
import { MemberField, formatOfContentType } from '@warren/contracts';
import type { ColumnMapping, MemberFormat, ReadingReport } from '@warren/contracts';
import { readMembers } from '@warren/member-files';
import type { MemberSource, ReadLine } from '@warren/member-files';
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
export async function openFile(file: MemberSource, contentType: string): Promise<OpenedFile> {
  const format = formatOfContentType(contentType) ?? (await formatByContent(file));
  const names = await namesIn(readMembers(file, format));
  const source = createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 24);
  const report: ReadingReport = {
    format,
    rows: 0,
    notes: [],
    identity: ['external_id', 'email'],
    source,
    columns: names.map((name) => ({
      name,
      heading: name,
      role: 'ignored',
      confidence: 0,
      reason: '',
      examples: [],
    })),
  };
  return {
    source,
    read: (mapping, notes) =>
      Promise.resolve({ report, batches: batchesOf(mapped(readMembers(file, format), mapping), notes) }),
  };
}

/** The format by the first character that is no space. */
async function formatByContent(file: MemberSource): Promise<MemberFormat> {
  for await (const chunk of file.open()) {
    const first = /\S/.exec(String(chunk))?.[0];
    if (first !== undefined) {
      return first === '[' ? 'json' : first === '{' ? 'ndjson' : 'csv';
    }
  }
  return 'csv';
}

/** The names of columns in the first record. */
async function namesIn(lines: AsyncIterable<ReadLine>): Promise<string[]> {
  for await (const line of lines) {
    if ('record' in line) {
      return Object.keys(line.record);
    }
  }
  return [];
}

/** Lines with the columns named as the mapping says. */
async function* mapped(lines: AsyncIterable<ReadLine>, mapping: ColumnMapping): AsyncGenerator<ReadLine> {
  const roles = new Map(Object.entries(mapping));
  for await (const line of lines) {
    yield 'record' in line && roles.size > 0
      ? {
          ...line,
          record: Object.fromEntries(
            Object.entries(line.record).flatMap(([name, value]): [string, unknown][] => {
              const role = roles.get(name);
              const field = MemberField.safeParse(role).data;
              return role === undefined ? [[name, value]] : field === undefined ? [] : [[field, value]];
            }),
          ),
        }
      : line;
  }
}
