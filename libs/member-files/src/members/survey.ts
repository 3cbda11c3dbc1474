import { createHash } from 'node:crypto';
import type { ColumnMapping, ColumnRole } from '@warren/contracts';
import { foldedName } from '../cells/names.ts';
import type { Column, ColumnSample } from '../columns/column.ts';
import { planColumns, planLateColumn } from '../columns/plan-columns.ts';
import { PersonSurvey } from '../identity/persons.ts';
import type { RowIdentity } from '../identity/persons.ts';
import type { Cell, Row, Table } from '../table/table.ts';
import type { Draft } from './draft.ts';
import { withSplitName } from './finish-draft.ts';
import { RowReader } from './row-reader.ts';

/** Rows from which the columns are recognised. */
const sampledRows = 20_000;
/** Filled values kept of a column that only later rows have. */
const sampledLate = 200;

/** Summary of all answers to whether a member is public. */
export type Consent = 'none' | 'only yes' | 'mixed';

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

/** Looks at all rows of a file once: what its columns are, who its people are, and how they answer about being public. */
export async function surveyTable(table: Table, mappingOf: MappingOf): Promise<Survey> {
  const survey = new Surveyor(table, mappingOf);
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if ('cells' in row) {
        survey.take(row);
      }
    }
    await survey.planOnceSampled();
  }
  return survey.end();
}

/** Names the header of a table: files with the same headings in the same order come from the same source. */
function sourceOf({ headings }: Table): string {
  const names = headings.map(({ name }) => name.normalize('NFKC').trim().toLowerCase());
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url').slice(0, 12);
}

class Surveyor {
  private readonly table: Table;
  private readonly mappingOf: MappingOf;
  private mapping: ColumnMapping | undefined;
  private source = '';
  private readonly persons = new PersonSurvey();
  private bots = 0;
  private sample: Row[] | undefined = [];
  private columns: Column[] = [];
  private readonly samples: Cell[][] = [];
  private reader = new RowReader([], []);
  private rows = 0;
  private consent: Consent = 'none';

  constructor(table: Table, mappingOf: MappingOf) {
    this.table = table;
    this.mappingOf = mappingOf;
  }

  take(row: Row): void {
    this.rows += 1;
    if (this.sample !== undefined) {
      this.sample.push(row);
      return;
    }
    this.look(row);
    for (let at = this.columns.length; at < row.cells.length; at += 1) {
      const values = (this.samples[at] ??= []);
      if (row.cells[at] !== undefined && values.length < sampledLate) {
        values.push(row.cells[at]);
      }
    }
  }

  /** Plans the columns as soon as enough rows were seen. */
  async planOnceSampled(): Promise<void> {
    if (this.sample !== undefined && this.sample.length >= sampledRows) {
      await this.plan(this.sample);
    }
  }

  async end(): Promise<Survey> {
    if (this.sample !== undefined) {
      await this.plan(this.sample);
    }
    const { source, columns, samples, rows, persons, bots, consent, mapping } = this;
    for (const heading of this.table.headings.slice(columns.length)) {
      samples[columns.length] ??= [];
      columns.push(planLateColumn(heading, columns, mapping));
    }
    return { source, mapping, columns, samples, rows, persons, bots, consent };
  }

  private async plan(sample: readonly Row[]): Promise<void> {
    const { headings } = this.table;
    this.source = sourceOf(this.table);
    this.mapping = await this.mappingOf(this.source);
    for (let at = 0; at < headings.length; at += 1) {
      this.samples.push(sample.map(({ cells }) => cells[at]));
    }
    this.columns = planColumns(headings, this.samples, this.mapping);
    this.reader = new RowReader(
      this.columns.map((column): Column =>
        surveyed.has(column.role) ? column : { ...column, role: 'ignored' },
      ),
      this.samples,
    );
    this.sample = undefined;
    for (const row of sample) {
      this.look(row);
    }
  }

  private look(row: Row): void {
    const draft = this.reader.read(row.line, row.cells);
    if (draft.isBot) {
      this.bots += 1;
      return;
    }
    this.persons.take(identityOf(draft));
    if (draft.values.is_public === false || draft.without.some(({ field }) => field === 'is_public')) {
      this.consent = 'mixed';
    } else if (draft.values.is_public === true && this.consent === 'none') {
      this.consent = 'only yes';
    }
  }
}

/** What a draft tells its member apart by. */
export function identityOf(draft: Draft): RowIdentity {
  const { external_id = null, email = null, first_name = '', last_name = '' } = withSplitName(draft);
  return { external_id, email, name: foldedName(first_name, last_name) };
}
