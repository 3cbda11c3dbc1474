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
import { Tally } from './tally.ts';

/** Rows from which the columns are recognised. */
const sampledRows = 20_000;
/** Filled values kept of a column that only later rows have. */
const sampledLate = 200;

/** Gives the corrections for files with some header, named by `source`; undefined where there are none. */
export type MappingOf = (source: string) => Promise<ColumnMapping | undefined>;

/** How the rows of a file are read, as it can be sent to another thread. */
export interface RowPlan {
  /** Names the header. */
  source: string;
  /** The corrections in force. */
  mapping: ColumnMapping | undefined;
  columns: Column[];
  /** Values of each column in the sampled rows. */
  samples: ColumnSample[];
}

/** Findings of a look at all rows of a file. */
export interface Survey extends RowPlan, Pick<Tally, 'rows' | 'bots' | 'consent'> {
  persons: PersonSurvey;
}

type Batch = (Row | RejectedRow)[];

/** The rows of a table, and how they are read as far as the first of them show. */
export interface PlannedRows {
  plan: RowPlan;
  /** All rows, once. */
  rows: AsyncIterable<Batch>;
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

/** Recognises the columns of a table by its first rows. If that fails, the file is closed. */
export async function planRows(table: Table, mappingOf: MappingOf): Promise<PlannedRows> {
  const rest = batchesOf(table);
  try {
    const first: Batch = [];
    while (first.length < sampledRows) {
      const next = await rest.next();
      if (next.done === true) {
        break;
      }
      for (const row of next.value) {
        first.push(row);
      }
    }
    return { plan: await planOf(table, first, mappingOf), rows: joined(first, rest) };
  } catch (error) {
    await rest.return(undefined);
    throw error;
  }
}

async function planOf(table: Table, first: Batch, mappingOf: MappingOf): Promise<RowPlan> {
  const { headings } = table;
  const sample = first.filter((row) => 'cells' in row);
  const source = sourceOf(table);
  const mapping = await mappingOf(source);
  const samples = headings.map((_, at) => sample.map(({ cells }) => cells[at]));
  return { source, mapping, columns: planColumns(headings, samples, mapping), samples };
}

async function* batchesOf(table: Table): AsyncGenerator<Batch> {
  yield* table.rows();
}

async function* joined(first: Batch, rest: AsyncGenerator<Batch>): AsyncGenerator<Batch> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Looks at all rows of a table once: what its columns are, who its people are, and how they answer about being public. */
export async function surveyOf(table: Table, mappingOf: MappingOf): Promise<Survey> {
  const { plan, rows } = await planRows(table, mappingOf);
  const look = new Look(table, plan);
  for await (const batch of rows) {
    look.at(batch);
  }
  return look.end();
}

/** A look at all rows, which reads no more of them than it takes. */
class Look {
  private readonly table: Table;
  private readonly plan: RowPlan;
  private readonly sampledColumns: number;
  private readonly lateSamples: Cell[][] = [];
  private readonly reader: RowReader;
  private readonly persons = new PersonSurvey();
  private readonly tally = new Tally();

  constructor(table: Table, plan: RowPlan) {
    this.table = table;
    this.plan = plan;
    this.sampledColumns = plan.columns.length;
    this.reader = new RowReader(plan.columns.map(partOf), plan.samples);
  }

  at(batch: Batch): void {
    for (const row of batch) {
      if ('rejected' in row) {
        continue;
      }
      if (row.cells.length > this.sampledColumns) {
        this.planLate();
        this.sampleLate(row);
      }
      const draft = this.reader.read(row.line, row.cells);
      this.tally.take(draft);
      if (!draft.isBot) {
        this.persons.take(identityOf(draft));
      }
    }
  }

  end(): Survey {
    this.planLate();
    const { rows, bots, consent } = this.tally;
    return { ...this.plan, rows, bots, consent, persons: this.persons };
  }

  /** Plans the columns that only later rows have. */
  private planLate(): void {
    const { columns, mapping, samples } = this.plan;
    for (const heading of this.table.headings.slice(columns.length)) {
      const column = planLateColumn(heading, columns, mapping);
      const sample: Cell[] = [];
      columns.push(column);
      samples.push(sample);
      this.lateSamples.push(sample);
      this.reader.add([partOf(column)], []);
    }
  }

  private sampleLate({ cells }: Row): void {
    for (const [at, values] of this.lateSamples.entries()) {
      const cell = cells[this.sampledColumns + at];
      if (cell !== undefined && values.length < sampledLate) {
        values.push(cell);
      }
    }
  }
}

/** What a look reads of a column. */
function partOf(column: Column): Column {
  return surveyed.has(column.role) ? column : { ...column, role: 'ignored' };
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
