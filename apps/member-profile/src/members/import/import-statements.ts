import type { EntityManager } from '@mikro-orm/postgresql';
import { MemberField, memberFields } from '@warren/contracts';
import type { MemberFieldKind } from '@warren/contracts';
import { hasLeft } from '../has-left.ts';
import type { StoredMember } from './plan-import.ts';
import type { PreparedMember, Profile } from './prepare-member.ts';
import { stateHashSql } from './states-before.ts';

const columnTypes: Record<MemberFieldKind, string> = {
  id: 'text',
  email: 'text',
  name: 'text',
  text: 'text',
  list: 'text[]',
  answers: 'jsonb',
  status: 'text',
  consent: 'boolean',
  consents: 'text[]',
};
type Column = readonly [name: string, type: string];
const profileColumns: readonly Column[] = [
  ...MemberField.options.map((field): Column => [field, columnTypes[memberFields[field]]]),
  ['status_before', 'text'],
];
const computedColumns: Record<Exclude<keyof PreparedMember, keyof Profile>, string> = {
  facets: 'text[]',
  facet_labels: 'text[]',
  facets_version: 'text',
  names: 'text[]',
  content_hash: 'text',
};

/**
 * The columns an import writes, with their types: each row is sent as one object of a JSON array, read as json, which takes
 * half the time of jsonb.
 */
const columns: readonly Column[] = [...profileColumns, ...Object.entries(computedColumns)];
const names = columns.map(([name]) => name).join(', ');
const typed = columns.map(([name, type]) => `${name} ${type}`).join(', ');
const values = columns.map(([name]) => `r.${name}`).join(', ');

/** The columns an import reads; lists as JSON, since pg parses an array character by character. */
const readColumns = [
  'id',
  'content_hash',
  ...profileColumns.map(([name, type]) => (type === 'text[]' ? `to_json(${name}) as ${name}` : name)),
].join(', ');

/** The members that have one of these external ids or e-mails. */
export async function findStored(
  em: EntityManager,
  externalIds: readonly string[],
  emails: readonly string[],
): Promise<StoredMember[]> {
  const wanted = (column: string): string =>
    `select id from member where ${column} = any(array(select jsonb_array_elements_text(?::jsonb)))`;
  return em.execute<StoredMember[]>(
    `select ${readColumns} from member where id in (${wanted('external_id')} union ${wanted('email')})`,
    [JSON.stringify(externalIds), JSON.stringify(emails)],
  );
}

/** The members with these ids. */
export async function readStored(em: EntityManager, ids: readonly number[]): Promise<StoredMember[]> {
  return em.execute<StoredMember[]>(
    `select ${readColumns} from member where id in (select jsonb_array_elements_text(?::jsonb)::integer)`,
    [JSON.stringify(ids)],
  );
}

const inserted = `insert into member (${names}) select ${values} from json_to_recordset(?::json) as r(${typed})
  returning id`;

/** Inserts new members, and records that an import created them, unless it is null. @returns their ids */
export async function insertMembers(
  em: EntityManager,
  members: readonly PreparedMember[],
  importId: string | null,
): Promise<number[]> {
  if (members.length === 0) {
    return [];
  }
  const given = JSON.stringify(members);
  const rows =
    importId === null
      ? await em.execute<{ id: number }[]>(inserted, [given])
      : await em.execute<{ id: number }[]>(
          `with member_created as (${inserted}, content_hash, external_id, email),
             noted as (
               insert into member_import_before (import_id, member_id, after)
               select ?, id, ${stateHashSql('member_created')} from member_created)
           select id from member_created`,
          [given, importId],
        );
  return rows.map(({ id }) => id);
}

/** Overwrites stored members. */
export async function updateMembers(
  em: EntityManager,
  members: readonly (PreparedMember & { id: number })[],
): Promise<void> {
  if (members.length > 0) {
    await em.execute(
      `update member set (${names}, updated_at) = (${values}, now())
       from json_to_recordset(?::json) as r(id integer, ${typed}) where member.id = r.id`,
      [JSON.stringify(members)],
    );
  }
}

/** Records the members that an import has seen. */
export async function recordSeen(em: EntityManager, importId: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await em.execute(
    `insert into member_import_seen (import_id, member_id)
     select ?, id::integer from jsonb_array_elements_text(?::jsonb) as seen(id) on conflict do nothing`,
    [importId, JSON.stringify(ids)],
  );
}

/** Condition of an absent member: not seen by the import, not excluded by external id, and stored before it began. */
const isAbsent = `member_import.import_id = ? and not ${hasLeft}
  and member.created_at < member_import.started_at
  and not exists (
    select from member_import_seen seen
    where seen.import_id = member_import.import_id and seen.member_id = member.id
  )
  and (external_id is null or external_id <> all(array(select jsonb_array_elements_text(?::jsonb))))
  and (? = '' or starts_with(external_id, ?))`;

/** Counts the members who had not left when an import began, of those whose external ids begin so. */
export async function countMembersBefore(
  em: EntityManager,
  importId: string,
  among: string,
): Promise<number> {
  const [all] = await em.execute<{ count: number }[]>(
    `select count(*)::integer from member, member_import
     where import_id = ? and not ${hasLeft} and created_at < started_at
       and (? = '' or starts_with(external_id, ?))`,
    [importId, among, among],
  );
  return all?.count ?? 0;
}

/** Finds the members who are absent from an import. */
export async function findUnseen(
  em: EntityManager,
  importId: string,
  keepExternalIds: readonly string[],
  among: string,
): Promise<number[]> {
  const rows = await em.execute<{ id: number }[]>(
    `select member.id from member, member_import where ${isAbsent}`,
    [importId, JSON.stringify(keepExternalIds), among, among],
  );
  return rows.map(({ id }) => id);
}

/**
 * Cancels members. Their previous status is kept for their return. The hash is cleared, so that a later line with the old
 * profile counts as a change.
 */
export async function cancelMembers(em: EntityManager, ids: readonly number[]): Promise<void> {
  await em.execute(
    `update member set status_before = membership_status, membership_status = 'cancelled', content_hash = '',
       updated_at = now()
     where id in (select jsonb_array_elements_text(?::jsonb)::integer)`,
    [JSON.stringify(ids)],
  );
}
