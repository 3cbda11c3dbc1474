import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { AuditLog, OutboxRelay, erasedMember } from '@warren/messaging';
import { ErasedIdentities } from './erased-identities.ts';
import { MemberEraser } from './member-eraser.ts';

/** Operator commands: erase again after a restore, and allow an erased person to return. */
@Injectable()
export class ErasureReplay {
  constructor(
    private readonly em: EntityManager,
    private readonly identities: ErasedIdentities,
    private readonly eraser: MemberEraser,
    private readonly relay: OutboxRelay,
    private readonly audit: AuditLog,
  ) {}

  /** Erases, with events, every stored member whom the ledger lists as erased; safe to repeat. */
  async replay(): Promise<ReplyOf<'erasures.replay'>> {
    const { people, unreadable } = await this.identities.syncLedger();
    let erased = 0;
    for (const { id } of await this.identities.findReturned()) {
      try {
        await this.eraser.erase(id);
        erased += 1;
      } catch (error) {
        if (!(error instanceof MemberNotFound)) {
          throw error;
        }
      }
    }
    // A dump may date from between publishing an erasure and its consumption, and the stream may have lost the event since.
    const republished = await this.em.fork().transactional(async (em) => {
      const rows = await em.execute(
        `update outbox_message set published_at = null
          where subject = 'members.changed' and published_at is not null
            and body not like '%"erased_member_ids":[]%' returning id`,
      );
      const target = { kind: 'member' as const, ids: [] };
      const details = { people, erased, told_again: rows.length, unreadable };
      await this.audit.record(em, { action: 'erasures.replay', target, details });
      return rows.length;
    });
    this.relay.wake();
    return { people, erased, told_again: republished, unreadable };
  }

  /** Allows an erased person to return. */
  async allow({ external_id, email }: RequestOf<'erasures.allow'>): Promise<ReplyOf<'erasures.allow'>> {
    const person = { external_id: external_id ?? null, email: email ?? null };
    return {
      allowed: await this.identities.allow(person, async (em, names) =>
        this.audit.record(em, {
          action: 'erasures.allow',
          target: { kind: 'member', ids: names.map((name) => `${erasedMember}${name}`) },
        }),
      ),
    };
  }
}
