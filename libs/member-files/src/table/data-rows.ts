import type { Header } from './header/find-header.ts';
import { commonShape, shapeOf } from './header/shapes.ts';
import type { Shape } from './header/shapes.ts';
import type { TextRow } from './record-splitter.ts';
import type { Heading, RejectedRow, Table } from './table.ts';

type Batch = (TextRow | RejectedRow)[];

/** What is known of the rows of a table before they are read. */
export interface Layout {
  header: Header;
  /** Line of the first row of data. */
  firstLine: number;
  /** What parts the cells, for messages: "comma"; absent where cells cannot slip. */
  delimiter?: string;
}

/** Chooses the rows of data: no titles, no header lines that recur, no totals below, no row whose cells have slipped. */
export class DataRows {
  private readonly layout: Layout;
  private readonly shapes: Shape[];
  private readonly isCompact: boolean;
  /** Cells of the header with the empty ones at its end. */
  private readonly blankWidth: number;
  private repeated = 0;
  /** Rows that may be remarks below the table. */
  private readonly held: TextRow[] = [];
  private readonly headings: Heading[];
  private last: TextRow | undefined;
  private hasRemarks = true;

  /** `sample`: rows of data from the beginning. Columns without a heading are added to `headings` once they are filled. */
  constructor(layout: Layout, headings: Heading[], sample: readonly (readonly string[])[]) {
    this.layout = layout;
    this.headings = headings;
    this.shapes = Array.from({ length: headings.length }, (_, column) =>
      commonShape(sample.map((cells) => cells[column] ?? '')),
    );
    this.blankWidth = Math.max(0, ...layout.header.rows.map((row) => row.length));
    const firsts = sample.filter((cells) => cells.length >= headings.length).map((cells) => cells[0] ?? '');
    this.isCompact = firsts.length > 0 && firsts.every((cell) => !/\s/.test(cell) && /[\d@]/.test(cell));
  }

  /** The rows of data among the next rows of the file. */
  of(batch: Batch): Batch {
    const rows: Batch = [];
    for (const row of batch) {
      if (row.line < this.layout.firstLine) {
        continue;
      }
      if ('rejected' in row) {
        rows.push(row);
        continue;
      }
      if (this.isHeaderAgain(row.cells)) {
        this.repeated += 1;
        continue;
      }
      if (this.isRemark(row)) {
        this.held.push(row);
        continue;
      }
      if (this.held.length > 0) {
        this.hasRemarks = this.held.length < mostRemarks;
        rows.push(...this.held.splice(0).map((held) => this.fitted(held)));
      }
      this.last = row;
      rows.push(this.fitted(row));
    }
    return rows;
  }

  /** What a person should know of the rows that were left out, at the end of the file. */
  notes(): string[] {
    const remarks = this.held.splice(0);
    const notes: string[] = [];
    if (this.repeated > 0) {
      notes.push(
        this.repeated === 1
          ? 'A line that repeats the header was skipped.'
          : `${this.repeated} lines that repeat the header were skipped.`,
      );
    }
    if (remarks.length > 0) {
      const first = remarks[0]?.cells.find((cell) => cell !== '') ?? '';
      notes.push(
        `${remarks.length === 1 ? 'The last line was' : `The last ${remarks.length} lines were`} skipped as a remark below the table: "${first.slice(0, 60).toWellFormed()}".`,
      );
    }
    return notes;
  }

  private isHeaderAgain(cells: readonly string[]): boolean {
    for (const header of this.layout.header.rows) {
      if (cells[0] === header[0] && header.every((text, column) => (cells[column] ?? '') === text)) {
        return true;
      }
    }
    return false;
  }

  /** One filled cell of several columns after a blank line, or a total: no row of data where it is the end of the file. */
  private isRemark({ line, cells }: TextRow): boolean {
    if (this.shapes.length < 3 || !this.hasRemarks || this.held.length >= mostRemarks) {
      return false;
    }
    const filled: string[] = [];
    for (const cell of cells) {
      if (cell !== '') {
        filled.push(cell);
        if (filled.length > 2) {
          return false;
        }
      }
    }
    if (this.shapes.length === 3 && !/^[^:]{2,40}:/.test(filled[0] ?? '') && !total.test(filled[0] ?? '')) {
      return false;
    }
    if (filled.length === 1) {
      return (
        shapeOf(filled[0] ?? '') !== 'email' &&
        (this.held.length > 0 || this.isAfterBlank(line) || total.test(filled[0] ?? ''))
      );
    }
    return filled.length === 2 && total.test(filled[0] ?? '') && shapeOf(filled[1] ?? '') === 'number';
  }

  private isAfterBlank(line: number): boolean {
    return this.last !== undefined && line > this.last.line + linesOf(this.last.cells) + 1;
  }

  private fitted(row: TextRow): TextRow | RejectedRow {
    const { cells, line } = row;
    const width = this.shapes.length;
    if (cells.length === width) {
      return row;
    }
    if (cells.length < width) {
      const isBroken =
        this.isCompact && /\s/.test(cells[0] ?? '') && !cells.some((cell) => shapeOf(cell) === 'email');
      if (isBroken) {
        return this.rejected(line, cells.length, 'is a line break or a cell missing?');
      }
      while (cells.length < width) {
        cells.push('');
      }
      return row;
    }
    const filled = cells.findLastIndex((cell) => cell !== '') + 1;
    if (filled > width && (filled <= this.blankWidth || this.layout.delimiter === undefined)) {
      this.addColumns(filled);
      cells.length = filled;
      return row;
    }
    if (filled <= width || this.isInPlace(cells)) {
      cells.length = width;
      return row;
    }
    return this.rejected(
      line,
      filled,
      `name every column in the header, or put quotes around a cell with a ${this.layout.delimiter} in it`,
    );
  }

  private addColumns(width: number): void {
    const names = new Set(this.headings.map(({ name }) => name));
    while (this.shapes.length < width) {
      this.shapes.push('text');
      if (this.headings.length < this.shapes.length) {
        const name = `column ${this.shapes.length}`;
        this.headings.push({ name: names.has(name) ? `${name} (2)` : name, text: '' });
      }
    }
  }

  private rejected(line: number, count: number, remedy: string): RejectedRow {
    const reason = `has ${count} cells where the header has ${this.shapes.length}: ${remedy}`;
    return { line, rejected: { field: 'line', reason } };
  }

  /** Returns whether the last column shows that no cell has slipped, so that what is beyond it belongs to none. */
  private isInPlace(cells: readonly string[]): boolean {
    const last = this.shapes.at(-1);
    return (
      last !== undefined &&
      last !== 'text' &&
      last !== 'empty' &&
      this.shapes.every((shape, column) => {
        const cell = cells[column] ?? '';
        return (
          shape === 'text' ||
          shape === 'empty' ||
          (cell === '' && column < this.shapes.length - 1) ||
          shapeOf(cell) === shape
        );
      })
    );
  }
}

/** Reads all rows, and adds to the notes what only the end of the file shows, once. */
export async function* dataRows(
  batches: AsyncIterable<Batch>,
  layout: Layout,
  headings: Heading[],
  sample: readonly (readonly string[])[],
  notes: Table['notes'],
): AsyncGenerator<Batch> {
  const rows = new DataRows(layout, headings, sample);
  for await (const batch of batches) {
    const chosen = rows.of(batch);
    if (chosen.length > 0) {
      yield chosen;
    }
  }
  for (const note of rows.notes()) {
    if (!notes.includes(note)) {
      notes.push(note);
    }
  }
}

/** More lines than remarks have: beyond it they are rows with one value each. */
const mostRemarks = 30;

const total =
  /^(?:(?:stand|exported|generated|erstellt|report|summary|zusammenfassung)\b[^@]*:|(?:grand |sub)?(?:total|totals|sum|summe|gesamt|insgesamt|anzahl|count|records?|rows?)\b[^@]*$)/i;

function linesOf(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) {
      lines += 1;
    }
  }
  return lines;
}
