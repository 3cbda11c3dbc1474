import { kindOf, keysOf } from '../identity/persons.ts';
import type { RejectedRow, Row } from '../table/table.ts';
import { memberOf, rejectedRow } from './members-of.ts';
import type { ReadMember, RejectedMember } from './members-of.ts';
import { RowReader } from './row-reader.ts';
import { identityOf } from './survey.ts';
import type { RowPlan } from './survey.ts';
import { Tally } from './tally.ts';
import type { TallyFigures } from './tally.ts';

/** What a part of a file tells of the whole, as it is sent back; its array is to be transferred. */
export interface PartSummary {
  /** Keys of the id, the address and the name of each row, one row after another. */
  keys: Float64Array<ArrayBuffer>;
  tally: TallyFigures;
}

/** A part of a file, read as if each row were a member of its own. */
export interface ReadPart {
  /** The members; with an id only where the file gives one, not one made of the name or the row. */
  members: (ReadMember | RejectedMember)[];
  summary: PartSummary;
}

/** Reads parts of a file, on any thread. */
export class PartReader {
  private readonly reader: RowReader;

  constructor({ columns, samples }: RowPlan) {
    this.reader = new RowReader(columns, samples);
  }

  read(part: readonly (Row | RejectedRow)[]): ReadPart {
    const members: (ReadMember | RejectedMember)[] = [];
    const tally = new Tally();
    const keys = new Float64Array(3 * part.length);
    let rows = 0;
    for (const row of part) {
      if ('rejected' in row) {
        members.push(rejectedRow(row));
        continue;
      }
      const draft = this.reader.read(row.line, row.cells);
      tally.take(draft);
      if (draft.isBot) {
        continue;
      }
      const rowKeys = keysOf(identityOf(draft));
      keys[3 * rows] = rowKeys.id;
      keys[3 * rows + 1] = rowKeys.email;
      keys[3 * rows + 2] = rowKeys.name;
      rows += 1;
      members.push(memberOf(draft, kindOf(rowKeys), draft.values.external_id ?? null, 'none'));
    }
    return { members, summary: { keys: keys.slice(0, 3 * rows), tally: { ...tally } } };
  }
}
