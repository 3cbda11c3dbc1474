import { PostgreSqlPlatform } from '@mikro-orm/postgresql';

/**
 * MikroORM's platform for PostgreSQL, which stores lists of texts unchanged. MikroORM 7.2 quotes an element only where it
 * sees a reason, and escapes it as JSON does: `null` was stored as NULL, a line break as the letter n, and blanks around a
 * text were lost.
 */
export class FaithfulPlatform extends PostgreSqlPlatform {
  /** Puts every element in quotes, with backslashes and quotes escaped ("Array Input and Output Syntax"); NULL stays NULL. */
  override marshallArray(values: readonly (string | number | null)[]): string {
    const elements = values.map((value) =>
      value === null ? 'NULL' : `"${String(value).replace(/[\\"]/g, String.raw`\$&`)}"`,
    );
    return `{${elements.join(',')}}`;
  }
}
