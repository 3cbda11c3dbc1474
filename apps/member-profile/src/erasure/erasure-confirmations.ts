import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MembersChanged } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { digestOfErasure } from '@warren/messaging';
import { ErasureLedger } from './ledger.ts';

/** Events are delivered for seven days; a dead letter may be replayed by hand long after. */
const keptFor = '90 days';

/**
 * Confirms published erasures to their consumers, since anybody may publish an event. Each is remembered by a keyed hash,
 * from which neither id nor text can be recovered without the key, which is kept outside the database.
 */
@Injectable()
export class ErasureConfirmations {
  constructor(
    private readonly em: EntityManager,
    private readonly ledger: ErasureLedger,
  ) {}

  /** Records in the transaction of `em` that this erasure is published. */
  async record(em: EntityManager, change: MembersChanged): Promise<void> {
    const key = await this.ledger.ensureKey();
    await em.execute(`delete from told_erasure where told_at < now() - interval '${keptFor}'`);
    await em.execute('insert into told_erasure (hash, told_at) values (?, now()) on conflict do nothing', [
      key.ofPublished(digestOfErasure(change)),
    ]);
  }

  /** Confirms an erasure that this service published, of members it no longer has. */
  async confirm({
    erased_member_ids,
    digest,
  }: RequestOf<'members.confirm-erasure'>): Promise<ReplyOf<'members.confirm-erasure'>> {
    const em = this.em.fork();
    const there = await em.execute(
      'select from member where id in (select id::integer from jsonb_array_elements_text(?::jsonb) as given (id)) limit 1',
      [JSON.stringify(erased_member_ids)],
    );
    return {
      confirmed:
        there.length === 0 && ((await this.isRecorded(em, digest)) || (await isInOutbox(em, digest))),
    };
  }

  private async isRecorded(em: EntityManager, digest: string): Promise<boolean> {
    const key = await this.ledger.key();
    return (
      key !== undefined &&
      (await em.execute('select from told_erasure where hash = ?', [key.ofPublished(digest)])).length > 0
    );
  }
}

/** An erasure published before hashes were kept, or with a lost key, is known by its outbox row until it is settled. */
async function isInOutbox(em: EntityManager, digest: string): Promise<boolean> {
  const rows = await em.execute<{ body: string }[]>(
    `select body from outbox_message where subject = 'members.changed' and body not like '%"erased_member_ids":[]%'`,
  );
  return rows.some(({ body }) => digestOfErasure(MembersChanged.parse(JSON.parse(body))) === digest);
}
