import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';

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

  /** Raises the revision and adds `members.changed` to the transaction of `em`. @returns what it tells */
  async publish(
    em: EntityManager,
    changed: number,
    erasedMemberIds: number[] = [],
    passages?: ErasedPassages,
  ): Promise<MembersChanged> {
    const [row] = await em.execute<{ revision: number }[]>(
      'update membership set revision = revision + 1 returning revision',
    );
    const change = {
      revision: row?.revision ?? 0,
      changed,
      erased_member_ids: erasedMemberIds,
      ...(passages === undefined || passages.hashes === '' ? {} : { erased_passages: passages }),
    };
    this.outbox.add(em, 'members.changed', change);
    return change;
  }
}

/** The membership as a whole: its revision, how many members there are, and how many of them are analysed. */
export interface MembershipState {
  revision: number;
  members: number;
  analysed: number;
}

/** The state as it is now; one cheap query. */
export async function readMembership(em: EntityManager): Promise<MembershipState> {
  const [row] = await em.execute<MembershipState[]>('select revision, members, analysed from membership');
  if (row === undefined) {
    throw new Error('the table membership has lost its row; insert (1, 0) into it');
  }
  return row;
}

/** The revision as it is now. */
export async function readRevision(em: EntityManager): Promise<number> {
  return (await readMembership(em)).revision;
}
