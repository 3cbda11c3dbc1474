import { createHash } from 'node:crypto';
import type { ColumnMapping, ColumnRole } from '@warren/contracts';
import { foldedName } from '../cells/names.ts';
import type { Column, ColumnSample } from '../columns/column.ts';
import { planColumns, planLateColumn } from '../columns/plan-columns.ts';
import { PersonSurvey } from '../identity/persons.ts';
import type { RowIdentity } from '../identity/persons.ts';
import type { Cell, RejectedRow, Row, Table } from '../table/table.ts';
import type { Draft } from './draft.ts';
import { withSplitName } from './finish-draft.ts';
import { RowReader } from './row-reader.ts';

/** Rows from which the columns are recognised. */
const sampledRows = 20_000;
/** Filled values kept of a column that only later rows have. */
const sampledLate = 200;

/** Summary of all answers to whether a member is public; those that cannot be read count only where there is no other. */
export type Consent = 'none' | 'unreadable' | 'only yes' | 'mixed';

/** Gives the corrections for files with some header, named by `source`; undefined where there are none. */
export type MappingOf = (source: string) => Promise<ColumnMapping | undefined>;

/** Findings of the first look at all rows of a file. */
export interface Survey {
  /** Names the header. */
  source: string;
  /** The corrections in force. */
  mapping: ColumnMapping | undefined;
  columns: Column[];
  /** Values of each column in the sampled rows. */
  samples: ColumnSample[];
  rows: number;
  persons: PersonSurvey;
  /** Rows that are about a program, no person. */
  bots: number;
  consent: Consent;
}

/** The roles that say who a member is, and whether the profile may be shown. */
const surveyed: ReadonlySet<ColumnRole> = new Set([
  'external_id',
  'email',
  'first_name',
  'last_name',
  'full_name',
  'is_public',
  'membership_status',
  'bot',
]);

/** A row that was looked at, with what was read of it, or a row that cannot be read. */
export type SurveyedRow = { row: Row; draft: Draft } | RejectedRow;

/**
 * Looks at all rows of a file once: what its columns are, who its people are, and how they answer about being public.
 * Unless it `readsAll`, it reads no more of a row than that takes.
 */
export class Surveyor {
  private readonly table: Table;
  private readonly mappingOf: MappingOf;
  private readonly readsAll: boolean;
  private mapping: ColumnMapping | undefined;
  private source = '';
  private readonly persons = new PersonSurvey();
  private bots = 0;
  private columns: Column[] = [];
  private readonly samples: Cell[][] = [];
  private reader = new RowReader([], []);
  private sampledColumns = 0;
  private count = 0;
  private consent: Consent = 'none';
  private hasEmptyConsent = false;
  private hasLateColumns = false;

  constructor(table: Table, mappingOf: MappingOf, { readsAll = false } = {}) {
    this.table = table;
    this.mappingOf = mappingOf;
    this.readsAll = readsAll;
  }

  /** The rows of the file, from its beginning, as they are looked at. */
  async *rows(): AsyncGenerator<SurveyedRow[]> {
    let sample: (Row | RejectedRow)[] | undefined = [];
    for await (const batch of this.table.rows()) {
      if (sample === undefined) {
        yield this.lookAt(batch);
        continue;
      }
      sample.push(...batch);
      if (sample.length >= sampledRows) {
        yield this.lookAt(await this.planned(sample));
        sample = undefined;
      }
    }
    if (sample !== undefined) {
      yield this.lookAt(await this.planned(sample));
    }
  }

  /** What all rows tell. */
  end(): Survey {
    this.planLate();
    const { source, columns, samples, count, persons, bots, consent, mapping } = this;
    return { source, mapping, columns, samples, rows: count, persons, bots, consent };
  }

  /** Whether each row is a member of its own, read as it would be after the survey. */
  get isSimple(): boolean {
    const isConsentClear = !this.hasEmptyConsent || this.consent === 'none';
    return this.persons.isSimple && isConsentClear && !this.hasLateColumns;
  }

  private async planned(rows: readonly (Row | RejectedRow)[]): Promise<readonly (Row | RejectedRow)[]> {
    const { headings } = this.table;
    const sample = rows.filter((row) => 'cells' in row);
    this.source = sourceOf(this.table);
    this.mapping = await this.mappingOf(this.source);
    for (let at = 0; at < headings.length; at += 1) {
      this.samples.push(sample.map(({ cells }) => cells[at]));
    }
    this.columns = planColumns(headings, this.samples, this.mapping);
    this.sampledColumns = this.columns.length;
    this.reader = new RowReader(
      this.columns.map((column) => this.partOf(column)),
      this.samples,
    );
    return rows;
  }

  /** Plans the columns that only later rows have. */
  private planLate(): void {
    const { columns, mapping, reader, samples } = this;
    for (const heading of this.table.headings.slice(columns.length)) {
      this.hasLateColumns = true;
      const column = planLateColumn(heading, columns, mapping);
      columns.push(column);
      samples.push([]);
      reader.add([this.partOf(column)], []);
    }
  }

  /** What is read of a column in this look. */
  private partOf(column: Column): Column {
    return this.readsAll || surveyed.has(column.role) ? column : { ...column, role: 'ignored' };
  }

  private lookAt(batch: readonly (Row | RejectedRow)[]): SurveyedRow[] {
    return batch.map((row) => {
      if ('rejected' in row) {
        return row;
      }
      this.count += 1;
      if (row.cells.length > this.sampledColumns) {
        this.planLate();
        this.sampleLate(row);
      }
      const draft = this.reader.read(row.line, row.cells);
      this.look(draft);
      return { row, draft };
    });
  }

  private sampleLate({ cells }: Row): void {
    for (let at = this.sampledColumns; at < cells.length; at += 1) {
      const values = this.samples[at];
      if (cells[at] !== undefined && values !== undefined && values.length < sampledLate) {
        values.push(cells[at]);
      }
    }
  }

  private look(draft: Draft): void {
    if (draft.isBot) {
      this.bots += 1;
      return;
    }
    this.persons.take(identityOf(draft));
    const { is_public } = draft.values;
    if (is_public === false) {
      this.consent = 'mixed';
    } else if (is_public === true && this.consent !== 'mixed') {
      this.consent = 'only yes';
    } else if (this.consent === 'none' && draft.without.some(({ field }) => field === 'is_public')) {
      this.consent = 'unreadable';
    }
    this.hasEmptyConsent ||= draft.hasNoAnswer && is_public === undefined;
  }
}

/** Names the header of a table: files with the same headings in the same order come from the same source. */
function sourceOf({ headings }: Table): string {
  const names = headings.map(({ name }) => name.normalize('NFKC').trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 12);
}

/** What a draft tells its member apart by. */
export function identityOf(draft: Draft): RowIdentity {
  const { external_id = null, email = null } = draft.values;
  return {
    external_id,
    email,
    name: () => {
      const { first_name = '', last_name = '' } = withSplitName(draft);
      return foldedName(first_name, last_name);
    },
  };
}
