import { z } from 'zod';
import { ColumnMapping, ReadFacet, ReadingReport } from './member-columns.ts';
import { MemberField, MemberLine } from './members.ts';
import { Text } from './values/text.ts';

/** Lines that were not taken, or not whole, by reason. */
export const RejectionsByReason = z.object({
  reason: z.string(),
  taken: z.boolean().describe('Whether the members of these lines are imported without what was rejected'),
  lines: z.int().min(0).describe('Number of lines'),
  first: z.array(z.int().min(0)).max(10).describe('The first of them'),
});
export type RejectionsByReason = z.infer<typeof RejectionsByReason>;

/**
 * Filled fields that an import empties, or lists that it replaces by others without some of their entries, and of how
 * many members.
 */
export const LostFields = z.object({
  fields: z.int().min(0),
  members: z.int().min(0),
  by_field: z.array(z.object({ field: MemberField, members: z.int().min(0) })),
});
export type LostFields = z.infer<typeof LostFields>;

/** Answer to an import with `dry_run=true`: what it would do. Nothing is stored. */
export const ImportPreview = z.object({
  dry_run: z.literal(true),
  reading: ReadingReport,
  mapping: ColumnMapping.describe(
    'Corrections in force: those sent, else those remembered for files with this header',
  ),
  mapping_remembered: z.boolean().describe('Whether they were remembered from an earlier import'),
  first_members: z.array(MemberLine).max(5).describe('The first members as they will be read'),
  facets: z.array(ReadFacet).max(50).describe('The facets that most analysed members of the file carry'),
  members: z.int().min(0).describe('Members read from the file'),
  analysed: z.int().min(0).describe('Those of them who are public and have not left'),
  created: z.int().min(0),
  updated: z.int().min(0),
  unchanged: z.int().min(0),
  rejected_lines: z.int().min(0),
  rejected: z.array(RejectionsByReason),
  lost: LostFields,
  made_private: z.int().min(0).describe('Public members who become private'),
  made_public: z.int().min(0).describe('Private members who become public'),
  absent: z
    .int()
    .min(0)
    .optional()
    .describe('With absent=cancel, or where rows are anonymous: members who would be cancelled'),
  absent_of: z.int().min(0).optional().describe('Members there are; present where confirm is needed'),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** State of an import: an interrupted one has stored a part of its file; sending the file again is safe. */
export const ImportState = z.enum(['running', 'done', 'interrupted', 'undone']);
export type ImportState = z.infer<typeof ImportState>;

/** An import, as listed. */
export const ImportRecord = z.object({
  import_id: Text.max(100),
  file_name: z.string().describe('As the caller gave it; empty where it gave none'),
  source: z.string().describe('Names the header of the file'),
  state: ImportState,
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  created: z.int().min(0),
  updated: z.int().min(0),
  unchanged: z.int().min(0),
  cancelled: z.int().min(0),
  rejected_lines: z.int().min(0),
  undoable: z.boolean().describe('Whether it can be undone: the newest imports that changed members can be'),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** The imports, newest first. */
export const ImportList = z.object({ imports: z.array(ImportRecord) });
export type ImportList = z.infer<typeof ImportList>;

/** What undoing an import did. */
export const UndoReport = z.object({
  import_id: Text.max(100),
  removed: z.int().min(0).describe('Members whom the import had created and who are gone again'),
  restored: z.int().min(0).describe('Members who are as they were before'),
  left: z.int().min(0).describe('Members who were changed otherwise since, or erased: they stay as they are'),
});
export type UndoReport = z.infer<typeof UndoReport>;
