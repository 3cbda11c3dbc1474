import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { newMember } from '@warren/member-files';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { keepEarlierPassages } from '../../erasure/earlier-passages.ts';
import { ErasedIdentities } from '../../erasure/erased-identities.ts';
import { findStored, readStored, updateMembers } from '../import/import-statements.ts';
import { MemberPreparer } from '../import/member-preparer.ts';
import type { StoredMember } from '../import/plan-import.ts';
import type { Profile } from '../import/prepare-member.ts';
import { recordStates, stateHashSql } from '../import/states-before.ts';
import { restorable } from './restorable.ts';
import type { Undone } from './undone.ts';

/** Members restored in one transaction. */
const batch = 500;
const given = 'select jsonb_array_elements_text(?::jsonb)::integer';

interface Kept {
  id: number;
  profile: Partial<Profile>;
  is_unchanged: boolean;
  blocked: boolean;
}

/** Restores members whom an import changed. */
@Injectable()
export class MemberRestorer {
  constructor(
    private readonly preparer: MemberPreparer,
    private readonly changes: MembershipChanges,
    private readonly erased: ErasedIdentities,
  ) {}

  /**
   * Restores the next members in the transaction of `em`, which has locked the membership. Where another member of the
   * import still has the former address of one, the latter first gets none, and is given it at the end; an address that
   * anybody else has by now leaves its former owner as is.
   */
  async restoreBatch(em: EntityManager, importId: string): Promise<Undone> {
    const kept = await nextKept(em, importId);
    const isLast = kept.some(({ blocked }) => blocked);
    const former = kept
      .filter(({ is_unchanged }) => is_unchanged)
      .map(({ id, profile }) => ({ ...newMember(), status_before: null, ...profile, id }));
    // An address that a member gave up may have become that of somebody who was erased.
    const erased = await this.erased.erasedAmong(em, former);
    const wanted = former.filter((_member, at) => !erased.has(at));
    const holders = await findStored(em, present(wanted, 'external_id'), present(wanted, 'email'));
    const restored = restorable(wanted, holders);
    const waiting = isLast
      ? []
      : wanted.filter((member) => !restored.includes(member) && member.external_id !== null);
    const others = await notOf(em, importId, holders);
    const putOff = restorable(waiting, others).map((member) => ({ ...member, email: null }));
    const written = [...restored, ...putOff];
    if (written.length > 0) {
      const stored = await readStored(
        em,
        written.map(({ id }) => id),
      );
      await updateMembers(em, await this.preparer.prepare(written));
      await keepEarlierPassages(em, stored, written);
      await this.changes.publish(em, written.length);
    }
    const ids = putOff.map(({ id }) => id);
    await recordStates(em, importId, ids);
    await em.execute(
      `update member_import_before set blocked = true where import_id = ? and member_id in (${given})`,
      [importId, JSON.stringify(ids)],
    );
    const done = kept.map(({ id }) => id).filter((id) => !ids.includes(id));
    await em.execute(`delete from member_import_before where import_id = ? and member_id in (${given})`, [
      importId,
      JSON.stringify(done),
    ]);
    // Who was put off and has lost the address to somebody is restored but for it.
    return { removed: 0, restored: isLast ? wanted.length : restored.length };
  }
}

/** The next members: first all whom nothing has put off, then the others. */
async function nextKept(em: EntityManager, importId: string): Promise<Kept[]> {
  const kept = await em.execute<Kept[]>(
    `select before.member_id as id, before.profile, before.blocked,
       coalesce(${stateHashSql('member')} = before.after and member.id is not null, false) as is_unchanged
     from member_import_before as before left join member on member.id = before.member_id
     where before.import_id = ? order by before.blocked, before.member_id limit ?`,
    [importId, batch],
  );
  return kept.filter(({ blocked }) => blocked === kept[0]?.blocked);
}

/** Those of the members whose state before the import is not kept, or no longer: they keep their identifiers. */
async function notOf(
  em: EntityManager,
  importId: string,
  members: readonly StoredMember[],
): Promise<StoredMember[]> {
  const rows = await em.execute<{ id: number }[]>(
    `select member_id as id from member_import_before where import_id = ? and member_id in (${given})`,
    [importId, JSON.stringify(members.map(({ id }) => id))],
  );
  const kept = new Set(rows.map(({ id }) => id));
  return members.filter(({ id }) => !kept.has(id));
}

function present(profiles: readonly Profile[], field: 'external_id' | 'email'): string[] {
  return profiles.map((profile) => profile[field]).filter((value) => value !== null);
}
