import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MemberNotFound } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { OutboxRelay } from '@warren/messaging';
import { ErasedIdentities } from './erased-identities.ts';
import { MemberEraser } from './member-eraser.ts';

/** What an operator does about erasures after a restore, or where somebody wishes to come back. */
@Injectable()
export class ErasureReplay {
  constructor(
    private readonly em: EntityManager,
    private readonly identities: ErasedIdentities,
    private readonly eraser: MemberEraser,
    private readonly relay: OutboxRelay,
  ) {}

  /** Erases, with events, whoever the ledger says was erased and is here; safe to do again. */
  async replay(): Promise<ReplyOf<'erasures.replay'>> {
    const { people, unreadable } = await this.identities.takeLedger();
    let erased = 0;
    for (const { id } of await this.identities.returned()) {
      try {
        await this.eraser.erase(id);
        erased += 1;
      } catch (error) {
        if (!(error instanceof MemberNotFound)) {
          throw error;
        }
      }
    }
    // A dump may be of the moment at which an erasure was told and not heard yet, by a stream that has lost it since.
    const toldAgain = await this.em.fork().execute(
      `update outbox_message set published_at = null
        where subject = 'members.changed' and published_at is not null
          and body not like '%"erased_member_ids":[]%' returning id`,
    );
    this.relay.wake();
    return { people, erased, told_again: toldAgain.length, unreadable };
  }

  /** Lets a person come back who was erased. */
  async allow({ external_id, email }: RequestOf<'erasures.allow'>): Promise<ReplyOf<'erasures.allow'>> {
    const person = { external_id: external_id ?? null, email: email ?? null };
    return { allowed: await this.identities.allow(person) };
  }
}
