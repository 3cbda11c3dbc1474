import { z } from 'zod';
import { MemberField } from './members.ts';
import { Text } from './values/text.ts';

/**
 * Role of a column of a member file: a profile field, or `full_name` (split into first and last name), `opt_out` (a yes
 * makes the member private), `level` (how well a skill of the same row is mastered), `bot` (a yes means that the row is
 * no person), `ignored`.
 */
export const ColumnRole = z.enum([...MemberField.options, 'full_name', 'opt_out', 'level', 'bot', 'ignored']);
export type ColumnRole = z.infer<typeof ColumnRole>;

/**
 * Corrections of how columns are read, by the name of the column: a role, or the label that a tick in the column adds to
 * a list field. Columns that it does not name are read as Warren sees fit.
 */
export const ColumnMapping = z.record(
  Text.max(1000),
  z.union([ColumnRole, z.object({ role: ColumnRole, option: Text.min(1).max(500) })]),
);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** A column of a member file, and how it is read. */
export const ColumnReport = z.object({
  name: z
    .string()
    .describe('Unique in the file: the heading, numbered where it repeats, "column 5" where it is blank'),
  heading: z.string().describe('As the file has it'),
  role: ColumnRole,
  option: z.string().optional().describe('Label that a tick in this column adds to the field'),
  confidence: z.number().min(0).max(1),
  reason: z.string(),
  examples: z.array(z.string()).max(5).describe('First different values, shortened'),
});
export type ColumnReport = z.infer<typeof ColumnReport>;

/** What members are told apart by, the first that a row has. */
export const IdentityKind = z.enum(['external_id', 'email', 'name', 'line']);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** How a member file was read. */
export const ReadingReport = z.object({
  format: z.string().describe('What the file is: "CSV separated by semicolons, Windows-1252"'),
  rows: z.int().min(0),
  notes: z.array(z.string()).describe('What the reader did that a person should know, a sentence each'),
  identity: z.array(IdentityKind).describe('What its members are told apart by, the first that a row has'),
  source: z
    .string()
    .describe(
      'Names the header: a mapping is remembered for it, and its anonymous rows are replaced by its next file',
    ),
  columns: z.array(ColumnReport),
});
export type ReadingReport = z.infer<typeof ReadingReport>;

/** A facet of the members of a file, and how many analysed members carry it. */
export const ReadFacet = z.object({
  key: z.string(),
  kind: z.string(),
  label: z.string(),
  members: z.int().min(0),
});
export type ReadFacet = z.infer<typeof ReadFacet>;
