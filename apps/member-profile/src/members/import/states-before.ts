import type { EntityManager } from '@mikro-orm/postgresql';
import { MemberField } from '@warren/contracts';

/** A member's profile as JSON; other columns are computed from it. */
const profileSql = `jsonb_build_object(${[...MemberField.options, 'status_before']
  .map((field) => `'${field}', ${field}`)
  .join(', ')})`;

/** Hash of a member's state: equal as long as neither the profile nor an identifier has changed. */
export const stateHashSql = (table: string): string =>
  `md5(concat_ws(E'\\n', ${table}.content_hash, coalesce(${table}.external_id, ''), coalesce(${table}.email, '')))`;

const given = 'select jsonb_array_elements_text(?::jsonb)::integer';

/**
 * Keeps the state of members before an import changes them, in its transaction. The first state counts where an import
 * changes a member more than once. @returns how many were not kept before
 */
export async function keepStates(
  em: EntityManager,
  importId: string,
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) {
    return 0;
  }
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `insert into member_import_before (import_id, member_id, profile, after)
     select ?, id, ${profileSql}, '' from member where id in (${given}) on conflict do nothing`,
    [importId, JSON.stringify(ids)],
    'run',
  );
  return affectedRows;
}

/** Records what an import has made of members whose states are kept. */
export async function recordStates(
  em: EntityManager,
  importId: string,
  ids: readonly number[],
): Promise<void> {
  if (ids.length > 0) {
    await em.execute(
      `insert into member_import_before (import_id, member_id, after)
       select ?, id, ${stateHashSql('member')} from member where id in (${given})
       on conflict (import_id, member_id) do update set after = excluded.after`,
      [importId, JSON.stringify(ids)],
    );
  }
}
