import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { setImmediate } from 'node:timers/promises';
import { ErasureLedger } from './ledger.ts';
import type { ErasureKey } from './ledger.ts';

/** What identifies a member. */
export interface Identity {
  readonly external_id: string | null;
  readonly email: string | null;
}

/** A member who was erased, and is here again. */
interface Returned extends Identity {
  readonly id: number;
}

/** Members looked at before requests that came meanwhile have their turn. */
const page = 2_000;

/** Knows who was erased, by keyed hashes of what identified them; the table follows the ledger. */
@Injectable()
export class ErasedIdentities {
  private readonly logger = new Logger(ErasedIdentities.name);

  constructor(
    private readonly em: EntityManager,
    private readonly ledger: ErasureLedger,
  ) {}

  /**
   * Makes sure at the start that who was erased can be told, takes into the table what only the ledger has, e.g. after a
   * dump was restored, and says so where somebody is here again.
   * @throws Error where the key of the hashes is not there
   */
  async reindexStale(): Promise<void> {
    if ((await this.checkedKey(this.em.fork())) === undefined) {
      return;
    }
    const { unreadable } = await this.takeLedger();
    if (unreadable > 0) {
      this.logger.error(
        `${unreadable} lines of ${this.ledger.file} cannot be read: who they are about may come back; look into it`,
      );
    }
    const returned = await this.returned();
    if (returned.length > 0) {
      this.logger.error(
        `${returned.length} members who were erased are here again, as after a restore: npm run erasures -- replay`,
      );
    }
  }

  /** Notes a person in the ledger, on disk, and in the transaction of `em`. */
  async record(em: EntityManager, person: Identity): Promise<void> {
    const key = await this.keyForErasure(em);
    const hashes = hashesOf(key, person);
    const known = await this.known(em, hashes);
    if (known.size < hashes.length) {
      try {
        await this.ledger.add('erased', hashes, key.id);
      } catch (error) {
        throw new ServiceUnavailable(
          `Nobody can be erased for good now: ${this.ledger.file} cannot be written (${String(error)}). Mend that, and ask again.`,
        );
      }
      await insert(em, hashes, key.id);
    }
  }

  /** Which of these people were erased, and by which of their identities that shows. */
  async erasedAmong(
    em: EntityManager,
    people: readonly Identity[],
  ): Promise<Map<number, 'external_id' | 'email'>> {
    const found = new Map<number, 'external_id' | 'email'>();
    const key = await this.checkedKey(em);
    if (key === undefined) {
      return found;
    }
    const known = await this.known(
      em,
      people.flatMap((person) => hashesOf(key, person)),
    );
    people.forEach(({ external_id, email }, at) => {
      if (external_id !== null && known.has(key.identity('external_id', external_id))) {
        found.set(at, 'external_id');
      } else if (email !== null && known.has(key.identity('email', email))) {
        found.set(at, 'email');
      }
    });
    return found;
  }

  /** Members who are here again although they were erased, of a ledger that was taken in. */
  async returned(): Promise<Returned[]> {
    const returned: Returned[] = [];
    for (let after = 0; ;) {
      const em = this.em.fork();
      const members = await em.execute<Returned[]>(
        'select id, external_id, email from member where id > ? order by id limit ?',
        [after, page],
      );
      const erased = await this.erasedAmong(em, members);
      returned.push(...members.filter((_member, at) => erased.has(at)));
      const last = members.at(-1);
      if (last === undefined || members.length < page) {
        return returned;
      }
      after = last.id;
      await setImmediate();
    }
  }

  /**
   * Brings table and ledger together: each takes in whom only the other has, so that a loss of either is made good, and
   * whoever the ledger lets come back leaves the table.
   */
  async takeLedger(): Promise<{ people: number; unreadable: number }> {
    return this.em.fork().transactional(async (em) => {
      await em.execute('select revision from membership for update');
      const key = await this.checkedKey(em);
      if (key === undefined) {
        return { people: 0, unreadable: 0 };
      }
      const { people, allowed, unreadable } = await this.ledger.read();
      await em.execute(
        'delete from erased_identity where hash in (select jsonb_array_elements_text(?::jsonb))',
        [JSON.stringify([...allowed])],
      );
      const rows = await em.execute<{ hash: string; person: string }[]>(
        'select hash, person from erased_identity',
      );
      const known = new Set(rows.map(({ hash }) => hash));
      const told = new Set(people.flat());
      const untold = Map.groupBy(
        rows.filter(({ hash }) => !told.has(hash)),
        ({ person }) => person,
      );
      for (const person of untold.values()) {
        await this.ledger.add(
          'erased',
          person.map(({ hash }) => hash),
          key.id,
        );
      }
      for (const hashes of people.filter((person) => person.some((hash) => !known.has(hash)))) {
        await insert(em, hashes, key.id);
      }
      return { people: people.length + untold.size, unreadable };
    });
  }

  /** Lets a person come back, by either identity. @returns whether they had been erased */
  async allow(person: Identity): Promise<boolean> {
    return this.em.fork().transactional(async (em) => {
      await em.execute('select revision from membership for update');
      const key = await this.checkedKey(em);
      if (key === undefined) {
        return false;
      }
      const rows = await em.execute<{ hash: string }[]>(
        `delete from erased_identity where person in
           (select person from erased_identity where hash in (select jsonb_array_elements_text(?::jsonb)))
         returning hash`,
        [JSON.stringify(hashesOf(key, person))],
      );
      if (rows.length > 0) {
        await this.ledger.add(
          'allowed',
          rows.map(({ hash }) => hash),
          key.id,
        );
      }
      return rows.length > 0;
    });
  }

  private async keyForErasure(em: EntityManager): Promise<ErasureKey> {
    try {
      return (await this.checkedKey(em)) ?? (await this.ledger.ensureKey());
    } catch (error) {
      throw new ServiceUnavailable(
        `Nobody can be erased for good now: ${error instanceof Error ? error.message : String(error)}. Mend that, and ask again.`,
      );
    }
  }

  /**
   * The key, where it is that of all hashes in table and ledger; undefined where there is none and none is needed yet.
   * It asks over the connection of `em`, which its caller has: another may not be had while the membership is held.
   * @throws ServiceUnavailable where it is missing, another, or cannot be told
   */
  private async checkedKey(em: EntityManager): Promise<ErasureKey | undefined> {
    try {
      // The key last: whoever makes it writes of it later.
      const rows = await em.execute<{ key_id: string }[]>('select distinct key_id from erased_identity');
      const told = await this.ledger.read();
      const key = await this.ledger.key();
      const keys = new Set([...rows.map(({ key_id }) => key_id), ...told.keys]);
      if (key === undefined ? keys.size > 0 || told.lines > 0 : [...keys].some((id) => id !== key.id)) {
        throw new Error(this.otherKey(key));
      }
      if (key !== undefined && told.unkeyed.length > 0) {
        await this.vouchFor(em, key, told.unkeyed);
      }
      return key;
    } catch (error) {
      throw error instanceof ServiceUnavailable
        ? error
        : new ServiceUnavailable(error instanceof Error ? error.message : String(error));
    }
  }

  /** Lines of before keys were told are by this key where the table has a hash of theirs by it. */
  private async vouchFor(em: EntityManager, key: ErasureKey, hashes: readonly string[]): Promise<void> {
    if ((await this.known(em, hashes)).size === 0) {
      throw new Error(
        `${this.ledger.file} has lines that do not tell by which key they are, and the table member_profile.erased_identity knows none of them: put back the folder (ERASURE_DIR) as it was last. ` +
          `Where ${this.ledger.keyFile} is beyond doubt the key by which they were written, add this line to ${this.ledger.file}: ${JSON.stringify({ at: new Date().toISOString(), key: key.id })}`,
      );
    }
    await this.ledger.vouch(key.id);
  }

  private otherKey(key: ErasureKey | undefined): string {
    const what = key === undefined ? 'is not there any more, the one' : 'is another key than that';
    return (
      `${this.ledger.keyFile} ${what} by which people were erased, so none of them could be told: put the folder back from a backup, or name it in ERASURE_DIR. ` +
      `Where it is lost for good, move ${this.ledger.file} away and empty the table member_profile.erased_identity: who was erased may then come back with the next file.`
    );
  }

  private async known(em: EntityManager, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await em.execute<{ hash: string }[]>(
      'select hash from erased_identity where hash in (select jsonb_array_elements_text(?::jsonb))',
      [JSON.stringify(hashes)],
    );
    return new Set(rows.map(({ hash }) => hash));
  }
}

function hashesOf(key: ErasureKey, { external_id, email }: Identity): string[] {
  return [
    ...(external_id === null ? [] : [key.identity('external_id', external_id)]),
    ...(email === null ? [] : [key.identity('email', email)]),
  ];
}

async function insert(em: EntityManager, hashes: readonly string[], keyId: string): Promise<void> {
  await em.execute(
    `insert into erased_identity (hash, person, key_id, erased_at)
     select hash, ?, ?, now() from jsonb_array_elements_text(?::jsonb) as given (hash)
     on conflict (hash) do update set person = excluded.person`,
    [[...hashes].sort().join(' ').slice(0, 43), keyId, JSON.stringify(hashes)],
  );
}
