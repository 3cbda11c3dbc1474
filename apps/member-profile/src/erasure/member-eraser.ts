import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { AuditDetails, ReplyOf } from '@warren/contracts';
import { AuditLog, erasedMember, failpoint, forgetInAudit } from '@warren/messaging';
import { MembershipChanges } from '../community/membership-changes.ts';
import { ErasedIdentities } from './erased-identities.ts';
import { forgetInThemes } from './erased-themes.ts';
import { ErasureConfirmations } from './erasure-confirmations.ts';
import { identityAndPassages } from './passages-of-member.ts';

/** Erases members. */
@Injectable()
export class MemberEraser {
  constructor(
    private readonly em: EntityManager,
    private readonly changes: MembershipChanges,
    private readonly identities: ErasedIdentities,
    private readonly confirmations: ErasureConfirmations,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Deletes the row of a member and records keyed hashes of the identity, so that a later import rejects this person;
   * other services remove what they hold when they receive the event. Themes lose the member's words at once.
   * @throws MemberNotFound
   */
  async erase(id: number): Promise<ReplyOf<'members.erase'>> {
    await this.em.fork().transactional(async (em) => this.eraseIn(em, id));
    await failpoint('erasure.after-commit');
    return { erased: true };
  }

  /**
   * As `erase`, in the transaction of `em`. In the audit a keyed hash takes the place of the member.
   * @throws MemberNotFound
   */
  async eraseIn(em: EntityManager, id: number, details: AuditDetails = {}): Promise<void> {
    await this.changes.lock(em);
    const found = await identityAndPassages(em, id);
    if (found === undefined) {
      throw MemberNotFound.of(id);
    }
    const hash = await this.identities.record(em, found.identity);
    await failpoint('erasure.after-ledger');
    await em.execute('delete from member where id = ?', [id]);
    // By the primary key of a few hundred imports.
    await em.execute(
      `delete from member_import_before
       where import_id = any(array(select import_id from member_import)) and member_id = ?`,
      [id],
    );
    const changed = 1 + (await forgetInThemes(em, found.passages));
    for (const passages of found.passages) {
      await this.confirmations.record(em, await this.changes.publish(em, changed, [id], passages));
    }
    const name = `${erasedMember}${hash}`;
    await forgetInAudit(em, [id], name);
    const target = { kind: 'member' as const, ids: [name] };
    await this.audit.record(em, { action: 'members.erase', target, details });
  }
}
