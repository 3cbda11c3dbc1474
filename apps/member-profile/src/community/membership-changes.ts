import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';

/** Revision of the membership: every change increments it and publishes an event. */
@Injectable()
export class MembershipChanges {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Locks the membership until the transaction of `em` ends, so that changes are serialised: what a change reads stays
   * valid until it is written.
   */
  async lock(em: EntityManager): Promise<void> {
    await em.execute('select revision from membership for update');
  }

  /** Increments the revision and adds `members.changed` to the transaction of `em`. @returns the published event */
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

/** State of the membership: its revision, and the numbers of members and of analysed members. */
interface MembershipState {
  revision: number;
  members: number;
  analysed: number;
}

/** Reads the current state; one cheap query. */
export async function readMembership(em: EntityManager): Promise<MembershipState> {
  const [row] = await em.execute<MembershipState[]>('select revision, members, analysed from membership');
  if (row === undefined) {
    throw new Error('the table membership has lost its row; insert (1, 0) into it');
  }
  return row;
}

/** Reads the current revision. */
export async function readRevision(em: EntityManager): Promise<number> {
  return (await readMembership(em)).revision;
}
