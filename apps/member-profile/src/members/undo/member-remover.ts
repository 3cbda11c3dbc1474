import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { erasedMember, forgetInAudit } from '@warren/messaging';
import { MembershipChanges } from '../../community/membership-changes.ts';
import { ErasureConfirmations } from '../../erasure/erasure-confirmations.ts';
import { stateHashSql } from '../import/states-before.ts';
import type { Undone } from './undone.ts';

/** Members removed in one transaction, and named in one event. */
const batch = 2_000;

interface Created {
  id: number;
  is_unchanged: boolean;
}

/** Removes members whom an import created, as if they had never been imported: a later file may have them again. */
@Injectable()
export class MemberRemover {
  constructor(
    private readonly changes: MembershipChanges,
    private readonly confirmations: ErasureConfirmations,
  ) {}

  /**
   * Removes the next members in the transaction of `em`, which has locked the membership; undefined if none is left. The
   * other services receive the ids as those of erased members, and so forget their quotes. Unlike in an erasure no
   * passages are published: those of thousands of members at once would match ordinary words in patterns of others.
   */
  async removeBatch(em: EntityManager, importId: string): Promise<Undone | undefined> {
    const created = await em.execute<Created[]>(
      `select before.member_id as id, coalesce(${stateHashSql('member')} = before.after and member.id is not null, false) as is_unchanged
       from member_import_before as before left join member on member.id = before.member_id
       where before.import_id = ? and before.profile is null order by before.member_id limit ?`,
      [importId, batch],
    );
    if (created.length === 0) {
      return undefined;
    }
    const removed = created.filter(({ is_unchanged }) => is_unchanged).map(({ id }) => id);
    const ids = JSON.stringify(removed);
    await em.execute(
      `delete from member_import_before where import_id = ?
         and member_id in (select jsonb_array_elements_text(?::jsonb)::integer)`,
      [importId, JSON.stringify(created.map(({ id }) => id))],
    );
    if (removed.length > 0) {
      await em.execute(
        'delete from member where id in (select jsonb_array_elements_text(?::jsonb)::integer)',
        [ids],
      );
      await em.execute(
        `delete from member_import_before where import_id = any(array(select import_id from member_import))
           and member_id in (select jsonb_array_elements_text(?::jsonb)::integer)`,
        [ids],
      );
      await forgetInAudit(em, removed, erasedMember);
      await this.confirmations.record(em, await this.changes.publish(em, removed.length, removed));
    }
    return { removed: removed.length, restored: 0 };
  }
}
