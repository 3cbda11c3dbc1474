import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { coverageOf, keyOf } from './reading-order.ts';
import type { TextEntry, TextsRead } from './reading-order.ts';
import { TextIndex } from './text-index.ts';

/** Profiles of one request. */
const batch = 25;
/** Unread members whose ids are stored with a run. */
const mostUnread = 1_000;

/** A profile with the hash of its text. */
export type HashedProfile = ReplyOf<'community.profiles'>['profiles'][number];

/** Reads what members write, and remembers what was read, member by member and text by text. */
@Injectable()
export class ProfileReader {
  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly index: TextIndex,
  ) {}

  /** All texts there are, and which of them were read. */
  async state(runId: number, signal: AbortSignal): Promise<{ texts: readonly TextEntry[]; read: TextsRead }> {
    const texts = await this.index.current(signal);
    return { texts, read: await textsRead(this.em.fork(), runId) };
  }

  /** The profiles of these members, in this order; without those who are no longer analysed. */
  async profiles(memberIds: readonly number[], signal: AbortSignal): Promise<HashedProfile[]> {
    const found = new Map<number, HashedProfile>();
    for (let at = 0; at < memberIds.length; at += batch) {
      const member_ids = memberIds.slice(at, at + batch);
      const { profiles } = await this.requests.ask(
        'community.profiles',
        { member_ids, limit: batch },
        { signal },
      );
      profiles.forEach((profile) => found.set(profile.member_id, profile));
    }
    return memberIds.flatMap((id) => found.get(id) ?? []);
  }

  /** Records in the caller's transaction that a run has read these texts, and what that leaves unread. */
  async record(
    em: EntityManager,
    run: RunRow,
    profiles: readonly HashedProfile[],
    texts: readonly TextEntry[],
  ): Promise<ReturnType<typeof coverageOf>['reading']> {
    const read = profiles
      .filter(({ text_hash }) => text_hash !== '')
      .map(({ member_id, text_hash }) => ({ member_id, text_hash }));
    await em.execute(
      `insert into profile_read (member_id, text_hash, run_id)
       select member_id, text_hash, ? from jsonb_to_recordset(?::jsonb) as read (member_id integer, text_hash text)
       on conflict do nothing`,
      [run.id, JSON.stringify(read)],
    );
    const { reading, unreadIds } = coverageOf(texts, await textsRead(em, run.id));
    run.reading = reading;
    run.unreadIds = unreadIds.slice(0, mostUnread);
    return reading;
  }
}

/** A run that failed or was cancelled has reported nothing, so that what it read is to be read again. */
async function textsRead(em: EntityManager, runId: number): Promise<TextsRead> {
  const rows = await em.execute<{ member_id: number; text_hash: string; run_id: number }[]>(
    `select member_id, text_hash, run_id from profile_read join run on run.id = run_id
     where run_id = ? or status in ('succeeded', 'budget_exhausted') order by run_id`,
    [runId],
  );
  const inRun = new Set<string>();
  const before = new Map<string, number>();
  const membersBefore = new Set<number>();
  for (const { member_id: memberId, text_hash: hash, run_id } of rows) {
    const key = keyOf({ memberId, hash });
    if (run_id === runId) {
      inRun.add(key);
    } else {
      before.set(key, run_id);
      membersBefore.add(memberId);
    }
  }
  return { inRun, before, membersBefore };
}
