import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { MembersChanged } from '@warren/contracts';
import { Forgetting, digestOfErasure, erasedPassages, passagesOf } from '@warren/messaging';
import type { ErasedPassages } from '@warren/messaging';
import { waitFor } from '@warren/testing';
import { ErasedIdentities } from '../src/erasure/erased-identities.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('an erasure', () => {
  let service: Service;
  let bare: NatsConnection;

  beforeAll(async () => {
    service = await startService({ POLL_MS: '100' });
    bare = await connect({ servers: service.natsUrl });
  });
  afterAll(async () => {
    await bare.close();
    await service.stop();
  });

  async function newMember(name: string): Promise<number> {
    await service.importAll([{ external_id: name, email: `${name}@example.org` }]);
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [name]);
    return row!.id;
  }

  /** Ids of the erasures still in the stream. */
  async function erasuresInStream(): Promise<number[]> {
    const { streams } = await jetstreamManager(bare);
    const { state } = await streams.info('EVENTS');
    const ids: number[] = [];
    for (let seq = 1; seq <= state.last_seq; seq += 1) {
      const message = await streams.getMessage('EVENTS', { seq });
      if (message?.subject === 'members.changed') {
        ids.push(...MembersChanged.parse(message.json()).erased_member_ids);
      }
    }
    return ids;
  }

  const inOutbox = async () =>
    service.sql(`select from outbox_message where body not like '%"erased_member_ids":[]%'`);

  it('is published until every durable consumer has settled it, and then purged', async () => {
    const { consumers } = await jetstreamManager(bare);
    const durables = ['newsletter', 'pattern-finder'];
    for (const durable_name of durables) {
      await consumers.add('EVENTS', {
        durable_name,
        filter_subject: 'members.*',
        ack_policy: AckPolicy.Explicit,
      });
    }
    const id = await newMember('published');
    await service.ask('members.erase', { id });
    await waitFor(async () => (await erasuresInStream()).includes(id), {
      describe: 'the event to be published',
    });
    const settle = async (name: string) => {
      const consumer = await jetstream(bare).consumers.get('EVENTS', name);
      for await (const message of await consumer.fetch({ max_messages: 2, expires: 1_000 })) {
        message.ack();
      }
    };
    await settle('newsletter');
    const seenTwice = `select from erasure_reader having min(seen_at) > now() - interval '1 minute' and count(*) = 2`;
    await waitFor(async () => (await service.sql(seenTwice)).length > 0, {
      describe: 'both consumers to be recorded',
    });
    expect(await erasuresInStream()).toEqual([id]);
    await settle('pattern-finder');
    await waitFor(async () => (await erasuresInStream()).length === 0, {
      describe: 'the event to be purged',
    });
    expect(await inOutbox()).toEqual([]);
  });

  it('is confirmed exactly as published, even after its ids were removed from the outbox', async () => {
    const received: MembersChanged[] = [];
    const subscription = bare.subscribe('members.changed', {
      callback: (_, message) => void received.push(MembersChanged.parse(message.json())),
    });
    await bare.flush();
    const id = await newMember('confirmed');
    await service.importAll([{ external_id: 'confirmed', bio: 'Nobody lights the quay lamps by hand now.' }]);
    await service.ask('members.erase', { id });
    await waitFor(() => received.some(({ erased_passages }) => erased_passages !== undefined), {
      describe: 'the event to be published',
    });
    subscription.unsubscribe();
    const published = received.find(({ erased_member_ids }) => erased_member_ids.includes(id))!;
    const confirmed = async (change: Pick<MembersChanged, 'erased_member_ids' | 'erased_passages'>) =>
      (
        await service.ask('members.confirm-erasure', {
          erased_member_ids: change.erased_member_ids,
          digest: digestOfErasure(change),
        })
      ).confirmed;
    expect(await confirmed(published)).toBe(true);
    await service.sql(`delete from outbox_message where subject = 'members.changed'`);
    expect(await confirmed(published)).toBe(true);
    const [forged] = erasedPassages(['Words that anybody may say of it']);
    expect(await confirmed({ ...published, erased_passages: forged })).toBe(false);
    expect(await confirmed({ ...published, erased_passages: undefined })).toBe(false);
    expect(await confirmed({ ...published, erased_member_ids: [id, 900_000_001] })).toBe(false);
    expect(await confirmed({ erased_member_ids: [900_000_001] })).toBe(false);
  });

  describe('publishes the passages', () => {
    const profile = {
      external_id: 'worded',
      bio: 'My life in the United States of America began late.',
      role: 'Keeper of the Eastern Lamps',
      location: 'Seattle, United States of America',
      skills: ['Mending nets the old way', 'Reading the weather by eye'],
      urls: ['https://www.example.org/people/who/mend-nets'],
      looking_for: ['Somebody to row with me', 'A boat for two or three'],
      prompt_responses: [{ prompt: 'Why?', response: 'Nobody lights the quay lamps by hand now.' }],
    };
    const earlier = {
      bio: 'Before that I sold hats in the rain.',
      looking_for: ['Partners for a hat shop', 'Help with the tax papers'],
      prompt_responses: [{ prompt: 'Why?', response: 'Hats keep the rain from the soul.' }],
    };
    let erasedParts: ErasedPassages[];
    const isPublished = (text: string): boolean =>
      passagesOf([text]).some((passage) =>
        new Forgetting(erasedParts.map(({ salt, hashes }) => ({ salt, members: [], passages: hashes })))
          .redact(`${passage} and more of it`)
          .includes('…'),
      );

    beforeAll(async () => {
      const received: MembersChanged[] = [];
      const subscription = bare.subscribe('members.changed', {
        callback: (_, message) => void received.push(MembersChanged.parse(message.json())),
      });
      await bare.flush();
      await service.importAll([
        { ...profile, ...earlier },
        {
          external_id: 'neighbour',
          location: 'Portland, united states of america',
          skills: ['reading the Weather by eye'],
          looking_for: ['Help with the Tax papers'],
        },
      ]);
      await service.importAll([profile]);
      await service.importAll([profile]);
      const [row] = await service.sql<{ id: number }>(`select id from member where external_id = 'worded'`);
      await service.ask('members.erase', { id: row!.id });
      const parts = () => received.filter(({ erased_member_ids }) => erased_member_ids.includes(row!.id));
      await waitFor(() => parts().length === 2, { describe: 'both parts' });
      erasedParts = parts().map(({ erased_passages }) => erased_passages!);
      subscription.unsubscribe();
    });

    it.each([
      'Keeper of the Eastern Lamps',
      'Seattle, United States of',
      'United States of America began late',
      'Mending nets the old way',
      'people/who/mend-nets',
      'row with me a boat for two',
      'Nobody lights the quay',
    ])('of a member’s current texts: %s', (text) => expect(isPublished(text)).toBe(true));

    it.each(['I sold hats in the rain', 'Hats keep the rain from the soul', 'Partners for a hat shop'])(
      'of a member’s texts before an import: %s',
      (text) => expect(isPublished(text)).toBe(true),
    );

    it.each([
      'United States of America',
      'Reading the weather by eye',
      'Help with the tax papers',
      'https://www.example.org',
    ])('but not those that others share: %s', (text) => expect(isPublished(text)).toBe(false));

    it('and stores none of them', async () =>
      expect(await service.sql('select from member_passage_before')).toEqual([]));
  });

  it('waits for a durable consumer that was lost with its stream, but not for a deleted one', async () => {
    const { consumers } = await jetstreamManager(bare);
    await consumers.add('EVENTS', {
      durable_name: 'unused-consumer',
      filter_subject: 'members.changed',
      ack_policy: AckPolicy.Explicit,
    });
    const unused = `select from erasure_reader where name = 'unused-consumer'`;
    const id = await newMember('deleted');
    await service.ask('members.erase', { id });
    await waitFor(async () => (await service.sql(unused)).length > 0, {
      describe: 'the consumer to be recorded',
    });
    await consumers.delete('EVENTS', 'unused-consumer');
    await service.sql(
      `insert into erasure_reader (name, seen_at) values ('lost', now() - interval '6 days')`,
    );
    for (const name of ['newsletter', 'pattern-finder']) {
      const consumer = await jetstream(bare).consumers.get('EVENTS', name);
      for await (const message of await consumer.fetch({ max_messages: 20, expires: 1_000 })) {
        message.ack();
      }
    }
    await waitFor(async () => (await service.sql(unused)).length === 0, {
      describe: 'the consumer to be dropped',
      timeoutMs: 20_000,
    });
    expect(await erasuresInStream()).toContain(id);
    await service.sql(`delete from erasure_reader where name = 'lost'`);
    await waitFor(async () => (await erasuresInStream()).length === 0, {
      describe: 'the event to be purged',
    });
  });

  it('is rejected while it cannot be recorded, and the member stays', async () => {
    const id = await newMember('kept');
    const ledger = join(service.erasureDir, 'ledger');
    await rename(ledger, `${ledger}-away`);
    // A folder in its place cannot be written, even by root.
    await mkdir(ledger);
    await expect(service.ask('members.erase', { id })).rejects.toThrow(/Nobody can be erased for good now/);
    expect(await service.ask('members.get', { id })).toMatchObject({ external_id: 'kept' });
    await rm(ledger, { recursive: true });
    await rename(`${ledger}-away`, ledger);
    expect(await service.ask('members.erase', { id })).toEqual({ erased: true });
  });

  it('is recorded in ledger and table, each of which repairs the loss of the other', async () => {
    await service.ask('members.erase', { id: await newMember('both') });
    const again = { external_id: 'both', email: 'other@example.org' };
    await service.sql('truncate erased_identity');
    await service.restart({ POLL_MS: '100' });
    expect((await service.importAll([again])).rejected).toMatchObject([{ line: 1, field: 'external_id' }]);
    await rm(join(service.erasureDir, 'ledger'));
    expect(await service.ask('erasures.replay', {})).toMatchObject({ people: 6, erased: 0 });
    await service.sql('truncate erased_identity');
    expect(await service.ask('erasures.replay', {})).toMatchObject({ people: 6, erased: 0 });
    expect((await service.importAll([again])).rejected).toHaveLength(1);
  });

  it('is not silently lost with the key: imports and startup fail', async () => {
    const key = join(service.erasureDir, 'key');
    await rename(key, `${key}-away`);
    const someone = { external_id: 'someone' };
    await expect(service.importAll([someone])).rejects.toThrow(/key is missing.* ERASURE_DIR/);
    await writeFile(key, '0'.repeat(64));
    await expect(service.importAll([someone])).rejects.toThrow(/key is another key/);
    await expect(service.get(ErasedIdentities).syncAtStart()).rejects.toThrow(/another key/);
    await rename(`${key}-away`, key);
    await service.restart();
    expect(await service.importAll([someone])).toMatchObject({ created: 1 });
  });

  it('is not lost with a database from before the first erasure: no key but the ledger’s is accepted', async () => {
    const gone = { external_id: 'long-gone', email: 'long-gone@example.org' };
    await service.ask('members.erase', { id: await newMember('long-gone') });
    const here = await newMember('here');
    await service.sql('truncate erased_identity');
    const [key, ledger] = [join(service.erasureDir, 'key'), join(service.erasureDir, 'ledger')];
    const before = await readFile(ledger, 'utf8');
    await rename(key, `${key}-away`);
    const expectRejected = async (why: RegExp) => {
      await expect(service.importAll([gone])).rejects.toThrow(why);
      await expect(service.ask('members.erase', { id: here })).rejects.toThrow(why);
      await expect(service.ask('erasures.replay', {})).rejects.toThrow(why);
      await expect(service.ask('erasures.allow', gone)).rejects.toThrow(why);
      await expect(service.get(ErasedIdentities).syncAtStart()).rejects.toThrow(why);
      expect(await readFile(ledger, 'utf8')).toBe(before);
      expect(await service.sql('select from erased_identity')).toEqual([]);
    };
    await expectRejected(/key is missing.* ERASURE_DIR/);
    await expect(stat(key)).rejects.toThrow('ENOENT');
    await writeFile(key, '0'.repeat(64));
    await expectRejected(/key is another key .* ERASURE_DIR/);
    await rm(key);
    await rename(`${key}-away`, key);
    await service.restart();
    expect((await service.importAll([gone])).rejected).toHaveLength(1);
  });

  it('accepts older lines without a key once the key is verified or confirmed', async () => {
    const ledger = join(service.erasureDir, 'ledger');
    const lines = await readFile(ledger, 'utf8');
    const old = lines.replaceAll(/"key":"[^"]*",/g, '');
    await writeFile(ledger, old);
    await service.restart();
    expect(await readFile(ledger, 'utf8')).toMatch(/"key":"[^"]{16}"}\n$/);
    await service.sql('truncate erased_identity');
    await writeFile(ledger, old);
    const start = async () => service.get(ErasedIdentities).syncAtStart();
    const why = await start().then(
      () => 'it starts',
      (error: unknown) => String(error),
    );
    const line = /add this line to .*?: (\{.*\})/.exec(why)?.[1] ?? why;
    await appendFile(ledger, `${line}\n`);
    await start();
    expect(await service.sql('select from erased_identity')).not.toEqual([]);
  });

  it('needs one connection, so that many concurrent erasures do not deadlock', async () => {
    const ids: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      ids.push(await newMember(`crowd-${at}`));
    }
    const erased = await Promise.all(ids.map(async (id) => service.ask('members.erase', { id })));
    expect(erased).toHaveLength(40);
    expect(await service.sql('select from member where id = any ($1)', [ids])).toEqual([]);
  });
});
