import type { Rejection } from '../source/source.ts';

/** A cell of a table: text in tables of text; any JSON value in JSON, NDJSON and YAML. Empty is '' or null or undefined. */
export type Cell = unknown;

/** A column of a table. */
export interface Heading {
  /** Unique within the table, for people and mappings: the text, numbered where it repeats ("Skill (2)"), "column 5" where blank. */
  name: string;
  /** As the file has it, on one line; with several header rows the question that stands above; '' where blank. */
  text: string;
  /** Text of a lower header row (an option of the question above), or the bracketed end of a heading; absent otherwise. */
  option?: string;
}

/** A row of data; `cells` line up with `headings` and may be shorter. */
export interface Row {
  /** Where it begins, counted from 1: physical line, row of a sheet, item of a list, card. */
  line: number;
  cells: readonly Cell[];
}

/** A row that cannot be read at all. */
export interface RejectedRow {
  line: number;
  rejected: Rejection;
}

/** A file opened as a table. */
export interface Table {
  /** What the file is, for people: "CSV separated by semicolons, Windows-1252", "sheet Members of an Excel workbook". */
  format: string;
  /** Word for the place of a row: messages say "line 12", "item 3". */
  position: 'line' | 'row' | 'item' | 'card';
  /**
   * The columns. A file whose rows name their own fields (NDJSON) may append to this list while its rows are read; the
   * places of known columns never change.
   */
  headings: Heading[];
  /** What the reader did that a person should know, a sentence each: lines skipped above the header, a sheet chosen. */
  notes: string[];
  /** The rows below the header, in the order of the file, from the beginning at each call, in bounded memory. */
  rows(): AsyncIterable<(Row | RejectedRow)[]>;
}
