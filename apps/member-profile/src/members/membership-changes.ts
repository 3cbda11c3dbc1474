import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Outbox } from '@warren/messaging';

/** Which members are analysed; a condition on the table `member`. */
export const analysed = "is_public and membership_status not in ('cancelled', 'expired')";

/** The revision of the membership: it grows with every change, and every change tells of itself. */
@Injectable()
export class MembershipChanges {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Holds the membership until the transaction of `em` ends, so that changes come one after another: what a
   * change reads stays true until it is written.
   */
  async begin(em: EntityManager): Promise<void> {
    await em.execute('select revision from membership for update');
  }

  /** Raises the revision and adds `members.changed` to the transaction of `em`. */
  async tell(em: EntityManager, changed: number, erasedMemberIds: number[] = []): Promise<void> {
    const [row] = await em.execute<{ revision: number }[]>(
      'update membership set revision = revision + 1 returning revision',
    );
    this.outbox.add(em, 'members.changed', {
      revision: row?.revision ?? 0,
      changed,
      erased_member_ids: erasedMemberIds,
    });
  }
}

/** The revision as it is now; one cheap query. */
export async function readRevision(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ revision: number }[]>('select revision from membership');
  if (row === undefined) {
    throw new Error('the table membership has lost its row; insert (1, 0) into it');
  }
  return row.revision;
}
