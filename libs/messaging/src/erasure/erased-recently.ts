import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Shutdown } from '../process/shutdown.ts';
import { Forgetting, noteOf } from './erased.ts';
import type { ErasedNote } from './erased.ts';

/** Work that began before an erasure, and messages published before it, must be done within this time. */
const keptFor = '1 hour';
const purgeMs = 60_000;

const erasing = `hashtext('erasing ' || current_schema())`;

/** Erased members, as `members.changed` announces them. */
export type ErasedInChange = Pick<MembersChanged, 'erased_member_ids' | 'erased_passages'>;

/** Epoch or time from which on erasures count. */
type Since = { readonly epoch: number } | { readonly at: Date } | 'all';

/**
 * Stores for an hour who was erased, as hashes of ids and passages only, so that work in progress cannot bring them back,
 * and an interrupted erasure is resumed.
 */
@Injectable()
export class ErasedRecently implements OnApplicationBootstrap {
  private readonly logger = new Logger(ErasedRecently.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly em: EntityManager,
    shutdown: Shutdown,
  ) {
    shutdown.register({ name: 'purge of erasures', stopIntake: () => clearInterval(this.timer) });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.purge(), purgeMs).unref();
  }

  /** Returns whether all that this change erased is deleted already: it is redelivered while other work on it remains. */
  async isDone(change: ErasedInChange): Promise<boolean> {
    // Without a salt of its own, another change may look the same.
    if (change.erased_passages === undefined) {
      return false;
    }
    const rows = await this.em
      .fork()
      .execute('select from erased_recently where change = ? and done_at is not null', [nameOf(change)]);
    return rows.length > 0;
  }

  /**
   * Stores in the transaction of `em` that these members are being erased, as number `epoch`. `texts` are texts of theirs
   * beyond those in the change; what an earlier attempt found stays stored.
   */
  async note(
    em: EntityManager,
    change: ErasedInChange,
    texts: readonly string[],
    epoch = 0,
  ): Promise<Forgetting> {
    // Transactions that hold erasures off have committed before the rows are read.
    await em.execute(`select pg_advisory_xact_lock(${erasing})`);
    const [before] = await em.execute<ErasedNote[]>(
      'select salt, members, passages from erased_recently where change = ? for update',
      [nameOf(change)],
    );
    const published =
      before === undefined ? change.erased_passages : { salt: before.salt, hashes: before.passages };
    const note = noteOf(change.erased_member_ids, published, texts);
    await em.execute(
      `insert into erased_recently (change, epoch, salt, members, passages, at)
       values (?, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, now())
       on conflict (change) do update set epoch = excluded.epoch, passages = excluded.passages, at = now(), done_at = null`,
      [nameOf(change), epoch, note.salt, JSON.stringify(note.members), note.passages],
    );
    return new Forgetting([note]);
  }

  /** Stores that nothing of this change's members is left. */
  async done(change: ErasedInChange): Promise<void> {
    await this.em
      .fork()
      .execute('update erased_recently set done_at = now() where change = ?', [nameOf(change)]);
  }

  /** As `since`, and holds erasures off until the transaction of `em` ends, so that none misses what it writes. */
  async heldSince(em: EntityManager, since: Since): Promise<Forgetting | undefined> {
    await em.execute(`select pg_advisory_xact_lock_shared(${erasing})`);
    return this.since(em, since);
  }

  /** Returns who was erased recently; undefined where nobody was. */
  async since(em: EntityManager, since: Since): Promise<Forgetting | undefined> {
    const [condition, values] =
      since === 'all'
        ? ['true', []]
        : 'epoch' in since
          ? ['epoch > ?', [since.epoch]]
          : ['at >= ?', [since.at.toISOString()]];
    const notes = await em.execute<ErasedNote[]>(
      `select salt, members, passages from erased_recently where ${condition}`,
      values,
    );
    return notes.length === 0 ? undefined : new Forgetting(notes);
  }

  private async purge(): Promise<void> {
    try {
      await this.em.fork().execute(`delete from erased_recently where at < now() - interval '${keptFor}'`);
    } catch (error) {
      this.logger.debug(`Old erasures could not be deleted yet: ${String(error)}`);
    }
  }
}

/** Equal for every delivery of one change, and without any of its content. */
function nameOf({ erased_member_ids, erased_passages }: ErasedInChange): string {
  return createHash('sha256')
    .update(JSON.stringify([erased_member_ids, erased_passages?.salt ?? null]))
    .digest('base64url');
}
