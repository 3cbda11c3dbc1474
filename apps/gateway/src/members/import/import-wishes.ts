import { z } from 'zod';
import { InvalidRequest, ColumnMapping, EmptyCells, Text } from '@warren/contracts';

const maxMappingBytes = 20_000;

/** A mapping as the text of a query parameter. */
const MappingText = Text.max(maxMappingBytes, {
  error: `is longer than ${maxMappingBytes / 1000} kB`,
})
  .describe(
    'Corrections of how columns are read, as JSON: an object from the name of a column to a role, or to a role and the ' +
      'label that a tick adds. The import remembers it for files with the same header; {} forgets what it remembers',
  )
  .transform((text, context): ColumnMapping => {
    const parsed = ColumnMapping.safeParse(jsonIn(text));
    if (parsed.success) {
      return parsed.data;
    }
    const [issue] = parsed.error.issues;
    const where = issue?.path.length === 0 ? '' : `column ${JSON.stringify(issue?.path[0])}: `;
    context.addIssue({
      code: 'custom',
      message:
        `${where}is no mapping: send a JSON object from names of columns to roles, such as ` +
        '{"Full name":"full_name","Likes tea":{"role":"interests","option":"Tea"}}',
    });
    return z.NEVER;
  });

/** Query of an import. */
export const ImportQuery = z.object({
  absent: z
    .enum(['keep', 'cancel'])
    .default('keep')
    .describe('cancel: members who are not in the file are marked as cancelled, for nightly exports'),
  confirm: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'With absent=cancel: how many members are to be cancelled, as the answer before told it; needed where they are ' +
        'more than a fifth of all',
    ),
  empty: EmptyCells.default('keep').describe(
    'What an empty cell does to a field that is filled: keep leaves it, clear empties it. A column that is not in the ' +
      'file changes nothing either way, and ids, membership_status and is_public are never cleared',
  ),
  dry_run: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: stores nothing, and answers how the file would be read and what the import would do'),
  mapping: MappingText.optional(),
  file_name: Text.max(300).default('').describe('Name of the file, for the list of imports'),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** What an import and its preview are to do. */
export type ImportWishes = Omit<ImportQuery, 'dry_run'>;

/** @throws InvalidRequest if a mapping names something that is no column of the file */
export function expectColumns(mapping: ColumnMapping, columns: readonly { name: string }[]): void {
  const known = new Set(columns.map(({ name }) => name));
  const unknown = Object.keys(mapping).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const quoted = (names: readonly string[]): string =>
      `${names
        .slice(0, 10)
        .map((name) => JSON.stringify(name.slice(0, 100)))
        .join(', ')}${names.length > 10 ? ' …' : ''}`;
    const message = `The file has no column ${quoted(unknown)}; its columns are ${quoted([...known])}.`;
    throw InvalidRequest.of([{ field: 'mapping', message }]);
  }
}

function jsonIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
