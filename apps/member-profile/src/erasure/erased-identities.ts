import { setImmediate } from 'node:timers/promises';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { ErasureLedger } from './ledger.ts';
import type { ErasureKey } from './ledger.ts';

/** The values by which a member is recognised in a file. */
export interface Identity {
  readonly external_id: string | null;
  readonly email: string | null;
}

/** An erased member who is stored again. */
interface Returned extends Identity {
  readonly id: number;
}

/** Members checked per batch, so that other requests are served in between. */
const page = 2_000;

/** Recognises erased people by keyed hashes of their identities; the table mirrors the ledger. */
@Injectable()
export class ErasedIdentities {
  private readonly logger = new Logger(ErasedIdentities.name);

  constructor(
    private readonly em: EntityManager,
    private readonly ledger: ErasureLedger,
  ) {}

  /**
   * Checks at startup that erased people can be recognised, copies what only the ledger has into the table, e.g. after a
   * dump was restored, and logs an error if somebody erased is stored again.
   * @throws Error if the key of the hashes is missing
   */
  async syncAtStart(): Promise<void> {
    if ((await this.verifiedKey(this.em.fork())) === undefined) {
      return;
    }
    const { unreadable } = await this.syncLedger();
    if (unreadable > 0) {
      this.logger.error(
        `${unreadable} lines of ${this.ledger.file} cannot be read: the people they are about may be imported again; check the file`,
      );
    }
    const returned = await this.findReturned();
    if (returned.length > 0) {
      this.logger.error(
        `${returned.length} erased members are stored again, as after a restore: npm run erasures -- replay`,
      );
    }
  }

  /**
   * Records a person in the ledger, on disk, and in the transaction of `em`.
   * @returns the hash of theirs by which the audit names them
   */
  async record(em: EntityManager, person: Identity): Promise<string> {
    const key = await this.keyForErasure(em);
    const hashes = hashesOf(key, person);
    const known = await this.known(em, hashes);
    if (known.size < hashes.length) {
      try {
        await this.ledger.add('erased', hashes, key.id);
      } catch (error) {
        throw new ServiceUnavailable(
          `Nobody can be erased for good now: ${this.ledger.file} cannot be written (${String(error)}). Fix that, then try again.`,
        );
      }
      await insert(em, hashes, key.id);
      return personOf(hashes);
    }
    return known.get(hashes[0] ?? '') ?? personOf(hashes);
  }

  /** The erased ones of these people, by their index, and the identity that matched. */
  async erasedAmong(
    em: EntityManager,
    people: readonly Identity[],
  ): Promise<Map<number, 'external_id' | 'email'>> {
    const found = new Map<number, 'external_id' | 'email'>();
    const key = await this.verifiedKey(em);
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

  /** Finds erased members who are stored again; call `syncLedger` first. */
  async findReturned(): Promise<Returned[]> {
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
   * Synchronises table and ledger: each receives the people that only the other has, so that a loss of either is
   * repaired, and people whose return the ledger allows are removed from the table.
   */
  async syncLedger(): Promise<{ people: number; unreadable: number }> {
    return this.em.fork().transactional(async (em) => {
      await em.execute('select revision from membership for update');
      const key = await this.verifiedKey(em);
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
      const inLedger = new Set(people.flat());
      const missing = Map.groupBy(
        rows.filter(({ hash }) => !inLedger.has(hash)),
        ({ person }) => person,
      );
      for (const person of missing.values()) {
        await this.ledger.add(
          'erased',
          person.map(({ hash }) => hash),
          key.id,
        );
      }
      for (const hashes of people.filter((person) => person.some((hash) => !known.has(hash)))) {
        await insert(em, hashes, key.id);
      }
      return { people: people.length + missing.size, unreadable };
    });
  }

  /**
   * Allows an erased person to return, by either identity, in one transaction with what `record` does.
   * @param record takes the hashes by which the audit names whom it was; two identities may be those of two people
   * @returns whether they had been erased
   */
  async allow(
    person: Identity,
    record: (em: EntityManager, names: readonly string[]) => Promise<void>,
  ): Promise<boolean> {
    return this.em.fork().transactional(async (em) => {
      await em.execute('select revision from membership for update');
      const key = await this.verifiedKey(em);
      if (key === undefined) {
        return false;
      }
      const rows = await em.execute<{ hash: string; person: string }[]>(
        `delete from erased_identity where person in
           (select person from erased_identity where hash in (select jsonb_array_elements_text(?::jsonb)))
         returning hash, person`,
        [JSON.stringify(hashesOf(key, person))],
      );
      if (rows.length > 0) {
        await record(em, [...new Set(rows.map((row) => row.person))].sort());
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
      return (await this.verifiedKey(em)) ?? (await this.ledger.ensureKey());
    } catch (error) {
      throw new ServiceUnavailable(
        `Nobody can be erased for good now: ${error instanceof Error ? error.message : String(error)}. Fix that, then try again.`,
      );
    }
  }

  /**
   * The key, verified to be that of all hashes in table and ledger; undefined if none exists and none is needed yet.
   * Reads over the connection of `em`: the pool may have no other while the membership is locked.
   * @throws ServiceUnavailable if the key is missing, is another, or cannot be verified
   */
  private async verifiedKey(em: EntityManager): Promise<ErasureKey | undefined> {
    try {
      // The key is read last: it is created before any hash by it is written.
      const rows = await em.execute<{ key_id: string }[]>('select distinct key_id from erased_identity');
      const ledger = await this.ledger.read();
      const key = await this.ledger.key();
      const keys = new Set([...rows.map(({ key_id }) => key_id), ...ledger.keys]);
      if (key === undefined ? keys.size > 0 || ledger.lines > 0 : [...keys].some((id) => id !== key.id)) {
        throw new Error(this.wrongKeyMessage(key));
      }
      if (key !== undefined && ledger.unkeyed.length > 0) {
        await this.confirmKeyOf(em, key, ledger.unkeyed);
      }
      return key;
    } catch (error) {
      throw error instanceof ServiceUnavailable
        ? error
        : new ServiceUnavailable(error instanceof Error ? error.message : String(error));
    }
  }

  /** Confirms that older lines, which name no key, are by this key: the table has one of their hashes by it. */
  private async confirmKeyOf(em: EntityManager, key: ErasureKey, hashes: readonly string[]): Promise<void> {
    if ((await this.known(em, hashes)).size === 0) {
      throw new Error(
        `${this.ledger.file} has lines that do not name their key, and the table member_profile.erased_identity has none of their hashes: restore the last version of the folder (ERASURE_DIR). ` +
          `If ${this.ledger.keyFile} is certainly the key they were written with, add this line to ${this.ledger.file}: ${JSON.stringify({ at: new Date().toISOString(), key: key.id })}`,
      );
    }
    await this.ledger.confirmKey(key.id);
  }

  private wrongKeyMessage(key: ErasureKey | undefined): string {
    const what = key === undefined ? 'is missing, the key' : 'is another key than the one';
    return (
      `${this.ledger.keyFile} ${what} that identifies erased people, so none of them could be recognised: restore the folder from a backup, or name it in ERASURE_DIR. ` +
      `If it is lost for good, move ${this.ledger.file} away and empty the table member_profile.erased_identity: erased people may then come back with the next file.`
    );
  }

  /** The erased ones of these hashes, each with the one by which the audit names the person. */
  private async known(em: EntityManager, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await em.execute<{ hash: string; person: string }[]>(
      'select hash, person from erased_identity where hash in (select jsonb_array_elements_text(?::jsonb))',
      [JSON.stringify(hashes)],
    );
    return new Map(rows.map(({ hash, person }) => [hash, person]));
  }
}

function hashesOf(key: ErasureKey, { external_id, email }: Identity): string[] {
  return [
    ...(external_id === null ? [] : [key.identity('external_id', external_id)]),
    ...(email === null ? [] : [key.identity('email', email)]),
  ];
}

/** The hash by which a person is named, of those of all identities. */
function personOf(hashes: readonly string[]): string {
  return [...hashes].sort()[0] ?? '';
}

async function insert(em: EntityManager, hashes: readonly string[], keyId: string): Promise<void> {
  await em.execute(
    `insert into erased_identity (hash, person, key_id, erased_at)
     select hash, ?, ?, now() from jsonb_array_elements_text(?::jsonb) as given (hash)
     on conflict (hash) do update set person = excluded.person`,
    [personOf(hashes), keyId, JSON.stringify(hashes)],
  );
}
