import type { ColumnMapping, ReadingReport } from '@warren/contracts';
import { openTable } from '../container/open-table.ts';
import { noKey } from '../identity/key-table.ts';
import { PersonSurvey } from '../identity/persons.ts';
import type { MemberSource } from '../source/source.ts';
import type { RejectedRow, Row, Table } from '../table/table.ts';
import { membersOf } from './members-of.ts';
import type { ReadMember, RejectedMember } from './members-of.ts';
import type { PartSummary } from './part-reader.ts';
import { readingReport } from './reading-report.ts';
import { planRows, surveyOf } from './survey.ts';
import type { MappingOf, RowPlan, Survey } from './survey.ts';
import { Tally } from './tally.ts';

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
 * A file of members whose parts are read on several threads, by a `PartReader` each. That is right where each row is a
 * member of its own, as in most files.
 */
export interface PartedReading {
  /** For the readers. */
  plan: RowPlan;
  /** The rows of the file in parts, once. */
  parts(): AsyncIterable<(Row | RejectedRow)[]>;
  /** Takes what a part tells, in any order. */
  take(summary: PartSummary): void;
  /** Whether the rows so far, of all parts that were taken, are a member each; if not the file is to be opened anew. */
  readonly isRight: boolean;
  /** The reading, after all parts. */
  end(): Reading;
}

const noMapping: MappingOf = async () => Promise.resolve(undefined);

/**
 * Opens a file of members: recognises what it is, what its columns are and who its people are, corrected by the
 * mapping for its header. The file is read once for that, and once more at each call of `members`.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function openMembers(file: MemberSource, mappingOf = noMapping): Promise<Reading> {
  const table = await openTable(file);
  return readingOf(table, await surveyOf(table, mappingOf));
}

/** Rows of a part: enough that sending them costs little, and few enough that they take little memory. */
const partSize = 500;

/**
 * Opens a file of members to be read in parts.
 * @throws MemberFileInvalid if nothing in the file can be read
 */
export async function openInParts(file: MemberSource, mappingOf = noMapping): Promise<PartedReading> {
  const table = await openTable(file);
  const { plan, rows } = await planRows(table, mappingOf);
  const persons = new PersonSurvey();
  const tally = new Tally();
  return {
    plan,
    async *parts() {
      let part: (Row | RejectedRow)[] = [];
      for await (const batch of rows) {
        part = part.concat(batch);
        while (part.length >= partSize) {
          yield part.splice(0, partSize);
        }
      }
      if (part.length > 0) {
        yield part;
      }
    },
    take({ keys, tally: ofPart }) {
      tally.join(ofPart);
      for (let at = 0; at < keys.length; at += 3) {
        persons.takeKeys({
          id: keys[at] ?? noKey,
          email: keys[at + 1] ?? noKey,
          name: keys[at + 2] ?? noKey,
        });
      }
    },
    get isRight() {
      const isConsentClear = !tally.hasEmptyConsent || tally.consent === 'none';
      return persons.isSimple && isConsentClear && table.headings.length === plan.columns.length;
    },
    end: () => {
      const { rows: count, bots, consent } = tally;
      return readingOf(table, { ...plan, rows: count, bots, consent, persons });
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
