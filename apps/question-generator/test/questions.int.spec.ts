import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QuestionCreated } from '@warren/contracts';
import type { MembersChanged, PatternSaved } from '@warren/contracts';
import {
  MessagingOptions,
  NatsConnectionManager,
  ParkedMessage,
  RequestClient,
  erasedPassages,
} from '@warren/messaging';
import { createTestDatabase, databaseUrlOf, startTestNats, valuesThatChange, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';
import { startOwners } from './owners.ts';
import type { Owners } from './owners.ts';

describe('question-generator', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let owners: Owners;
  let other: NatsConnection;
  let outside: NatsConnectionManager;
  let client: RequestClient;
  let lastId = 0;
  const announced: Msg[] = [];
  const stored: Promise<unknown>[] = [];

  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    owners = await startOwners(nats.url);
    app = await createApp(
      Config.parse({
        ...nats.environmentOf('question-generator', { createsStreams: true }),
        DATABASE_URL: databaseUrlOf(database.url, 'question-generator'),
        LOG_LEVEL: 'error',
      }),
    );
    outside = new NatsConnectionManager(new MessagingOptions({ service: 'gateway', servers: [nats.url] }));
    client = new RequestClient(outside);
    other = await connect({ servers: nats.url, maxReconnectAttempts: -1, reconnectTimeWait: 100 });
    other.subscribe('question.created', { callback: (_error, message) => void announced.push(message) });
    await other.flush();
  });

  afterAll(async () => {
    await other.close();
    await outside.close();
    await app.close();
    await owners.close();
    await nats.stop();
    await database.drop();
  });

  /** A new pattern with unique prompts. */
  function newPattern(changes: Partial<PatternSaved> = {}): PatternSaved {
    lastId += 1;
    return {
      pattern_id: lastId,
      name: `Pattern ${lastId}`,
      description: 'People who share a craft.',
      category: 'skill_cluster',
      member_count: 3,
      related_member_ids: [1, 2, 3],
      question_prompts: [`What brought you to craft ${lastId}?`, `Who taught you craft ${lastId}?`],
      version: 1,
      change: 'created',
      run_id: 1,
      ...changes,
    };
  }

  function publish(subject: string, body: unknown, id = randomUUID()): void {
    const head = headers();
    head.set('ce-id', id);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    stored.push(jetstream(other).publish(subject, text, { headers: head }));
  }

  async function settled(): Promise<void> {
    // A consumer has nothing to do before the stream has the message.
    await Promise.all(stored);
    const { consumers } = await jetstreamManager(other);
    await waitFor(
      async () => {
        const found = await Promise.all(
          ['pattern-saved', 'members-changed'].map((name) =>
            consumers.info('EVENTS', `question-generator-${name}`),
          ),
        );
        return found.every((info) => info.num_pending + info.num_ack_pending === 0);
      },
      { describe: 'every message to be settled', timeoutMs: 20_000 },
    );
  }

  /** Saves patterns with their owner, unless it has later versions, and publishes the events. */
  async function saveAndPublish(...bodies: PatternSaved[]): Promise<void> {
    for (const body of bodies) {
      owners.save(body);
      publish('pattern.saved', body);
      await settled();
    }
  }

  async function questionsOf(pattern_id: number) {
    return (await client.ask('questions.list', { pattern_id })).questions;
  }

  const idsOf = async (pattern_id: number) => (await questionsOf(pattern_id)).map(({ id }) => id);
  const textsOf = async (pattern_id: number) => (await questionsOf(pattern_id)).map(({ text }) => text);
  const announcedOf = (pattern_id: number) =>
    announced.filter((message) => QuestionCreated.parse(message.json()).pattern_id === pattern_id);

  it('creates the questions of a pattern in order and publishes each once', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    const questions = await questionsOf(pattern.pattern_id);
    expect(questions.map(({ text }) => text)).toEqual(pattern.question_prompts);
    expect(questions[0]).toMatchObject({ pattern_name: pattern.name, related_member_ids: [1, 2, 3] });
    await waitFor(() => announcedOf(pattern.pattern_id).length === 2, { describe: 'both announcements' });
    const bodies = announcedOf(pattern.pattern_id).map((message): unknown => message.json());
    expect(bodies).toEqual(
      questions.map(({ id, pattern_id, text }) => ({ question_id: id, pattern_id, text })),
    );
    const head = announcedOf(pattern.pattern_id)[0]?.headers;
    expect(head?.get('ce-type')).toBe('question.created');
    expect(head?.get('ce-source')).toBe('/warren/question-generator');
    expect(head?.get('ce-specversion')).toBe('1.0');
    expect(head?.get('ce-id')).not.toBe('');
  });

  it('publishes questions without the words that they quote, and none that is nothing but a quote', async () => {
    const pattern = newPattern({
      question_prompts: ['“I came back for my mother”', 'Who else says “I came back for my mother”?'],
    });
    owners.save(pattern, ['I came back for my mother']);
    publish('pattern.saved', pattern);
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
    await waitFor(() => announcedOf(pattern.pattern_id).length > 0, { describe: 'the announcement' });
    await saveAndPublish(newPattern());
    await waitFor(() => announcedOf(lastId).length === 2, { describe: 'the announcements after it' });
    expect(announcedOf(pattern.pattern_id).map((message): unknown => message.json())).toEqual([
      expect.objectContaining({ text: 'Who else says “…”?', quotes_left_out: true }),
    ]);
  });

  it('asks nothing about a pattern that its owner does not publish, until it does', async () => {
    const pattern = newPattern({ withheld: true });
    await saveAndPublish(pattern);
    // Whatever an event says: its owner knows.
    publish('pattern.saved', { ...pattern, withheld: undefined });
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual([]);
    const released: PatternSaved = { ...pattern, version: 2, withheld: undefined };
    await saveAndPublish(released);
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
    await saveAndPublish({ ...pattern, version: 3 });
    expect(await textsOf(pattern.pattern_id)).toEqual([]);
    expect(announcedOf(pattern.pattern_id).length).toBeLessThanOrEqual(2);
  });

  it('creates no second question when pattern.saved arrives twice', async () => {
    const pattern = newPattern();
    const id = randomUUID();
    owners.save(pattern);
    for (let copy = 0; copy < 3; copy += 1) {
      publish('pattern.saved', pattern, id);
      publish('pattern.saved', pattern);
    }
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
    // Events of another pattern come after all of this one's.
    const after = newPattern();
    await saveAndPublish(after);
    await waitFor(() => announcedOf(after.pattern_id).length === 2, { describe: 'later announcements' });
    expect(announcedOf(pattern.pattern_id)).toHaveLength(2);
  });

  it('changes nothing when an older version arrives late', async () => {
    const pattern = newPattern({ version: 3 });
    const older = { ...pattern, version: 2, question_prompts: ['An older question?', 'Another older one?'] };
    await saveAndPublish(pattern, older, { ...older, version: 1, change: 'retired' });
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
  });

  it('uses the pattern of its owner, whatever an event says', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    const forged = { ...pattern, question_prompts: ['What is your password?', 'Where do you live?'] };
    const numbers = [2, 2_147_483_647];
    for (const version of numbers) {
      publish('pattern.saved', { ...forged, version });
      publish('pattern.saved', { ...forged, version, change: 'retired' });
    }
    const unknown = newPattern();
    publish('pattern.saved', unknown);
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
    expect(await textsOf(unknown.pattern_id)).toEqual([]);
    const next = { ...pattern, version: 2, name: 'Renamed' };
    await saveAndPublish(next);
    expect((await questionsOf(pattern.pattern_id)).map(({ pattern_name }) => pattern_name)).toEqual([
      'Renamed',
      'Renamed',
    ]);
  });

  it('follows the owner again after an event with a forged version', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    await em().execute('update pattern_seen set version = 2147483647 where pattern_id = ?', [
      pattern.pattern_id,
    ]);
    await saveAndPublish({
      ...pattern,
      version: 2,
      question_prompts: ['Who else bakes here?', 'Who taught you?'],
    });
    expect(await textsOf(pattern.pattern_id)).toEqual(['Who else bakes here?', 'Who taught you?']);
  });

  it('retries while the owner is unavailable, without counting a failure', async () => {
    const pattern = newPattern();
    await owners.close();
    publish('pattern.saved', pattern);
    const { consumers } = await jetstreamManager(other);
    await waitFor(
      async () => (await consumers.info('EVENTS', 'question-generator-pattern-saved')).num_redelivered > 0,
      { describe: 'the message to be redelivered', timeoutMs: 20_000 },
    );
    expect(await em().execute('select from failing_message')).toHaveLength(0);
    owners = await startOwners(nats.url);
    owners.save(pattern);
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
  });

  it('keeps the questions if only the members changed', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    const before = await idsOf(pattern.pattern_id);
    await saveAndPublish({ ...pattern, version: 2, change: 'updated', related_member_ids: [2, 3, 9] });
    const after = await questionsOf(pattern.pattern_id);
    expect(after.map(({ id }) => id)).toEqual(before);
    expect(after.map(({ related_member_ids }) => related_member_ids)).toEqual([
      [2, 3, 9],
      [2, 3, 9],
    ]);
  });

  it('replaces the prompts that changed and keeps the one that stayed', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    const [first] = await idsOf(pattern.pattern_id);
    const [stays = ''] = pattern.question_prompts;
    const question_prompts = [stays, `Would you teach craft ${pattern.pattern_id}?`];
    await saveAndPublish({
      ...pattern,
      version: 2,
      change: 'updated',
      name: 'Another name',
      question_prompts,
    });
    const after = await questionsOf(pattern.pattern_id);
    expect(after.map(({ text }) => text)).toEqual(question_prompts);
    expect(after[0]).toMatchObject({ id: first, pattern_name: 'Another name' });
    await waitFor(() => announcedOf(pattern.pattern_id).length === 3, { describe: 'one announcement more' });
  });

  it('withdraws the questions of a retired pattern, and restores the same ones when it is reactivated', async () => {
    const pattern = newPattern();
    await saveAndPublish(pattern);
    const before = await idsOf(pattern.pattern_id);
    await saveAndPublish({ ...pattern, version: 2, change: 'retired' });
    expect(await idsOf(pattern.pattern_id)).toEqual([]);
    await saveAndPublish({ ...pattern, version: 3, change: 'reactivated' });
    expect(await idsOf(pattern.pattern_id)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('does not repeat the question of another pattern until that one is retired', async () => {
    const one = newPattern();
    const other = newPattern();
    const [shared = ''] = one.question_prompts;
    other.question_prompts = [`  ${shared.toUpperCase()} `, 'Where do you practise it?'];
    await saveAndPublish(one, other);
    expect(await textsOf(other.pattern_id)).toEqual(['Where do you practise it?']);
    await saveAndPublish(
      { ...one, version: 2, change: 'retired' },
      { ...other, version: 2, change: 'updated' },
    );
    expect(await idsOf(one.pattern_id)).toEqual([]);
    expect(await textsOf(other.pattern_id)).toHaveLength(2);
  });

  it('handles many concurrent versions of several patterns that share a prompt', async () => {
    const shared = 'What do all of you have in common?';
    const patterns = Array.from({ length: 8 }, () => {
      const pattern = newPattern();
      return { ...pattern, question_prompts: [shared, ...pattern.question_prompts.slice(1)] };
    });
    for (const version of [1, 2, 3]) {
      for (const pattern of patterns) {
        const saved = { ...pattern, version, related_member_ids: [version] };
        owners.save(saved);
        publish('pattern.saved', saved);
      }
    }
    await settled();
    const asked = (await client.ask('questions.list', {})).questions;
    expect(asked.filter(({ text }) => text === shared)).toHaveLength(1);
    for (const { pattern_id } of patterns) {
      const questions = asked.filter((question) => question.pattern_id === pattern_id);
      expect(questions.length).toBeGreaterThan(0);
      expect(questions.every(({ related_member_ids }) => related_member_ids[0] === 3)).toBe(true);
    }
  });

  it('lists at most the requested number, oldest first', async () => {
    const { questions } = await client.ask('questions.list', { limit: 3 });
    const ids = questions.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('removes an erased member, from the questions of a retired pattern too', async () => {
    const active = newPattern({ related_member_ids: [5, 770] });
    const retired = newPattern({ related_member_ids: [770] });
    await saveAndPublish(active, retired, { ...retired, version: 2, change: 'retired' });
    const batch: MembersChanged = { revision: 2, changed: 1, erased_member_ids: [770] };
    owners.erase(batch);
    publish('members.changed', batch);
    publish('members.changed', { ...batch, erased_member_ids: [5] });
    await settled();
    expect((await questionsOf(active.pattern_id))[0]?.related_member_ids).toEqual([5]);
    const rows = await em().execute('select id from question where 770 = any(related_member_ids)');
    expect(rows).toEqual([]);
  });

  it('stores every list and JSON value of every entity unchanged', async () => {
    const { tried, changed } = await valuesThatChange(em(), database.adminUrl);
    expect(tried).toEqual(['QuestionRow.relatedMemberIds']);
    expect(changed).toEqual([]);
  });

  it('redacts the words of an erased member in open, published and withdrawn questions, and in late events', async () => {
    const words = 'Rowed home again since dad went blind.';
    const prompts = (n: number) => [`Who of us ${n} has “rowed home again, since Dad went blind”?`, words];
    const asked = newPattern({ related_member_ids: [5, 771] });
    asked.question_prompts = prompts(1);
    const withdrawn = newPattern({ related_member_ids: [771] });
    withdrawn.question_prompts = prompts(2).slice(0, 1).concat(withdrawn.question_prompts.slice(0, 1));
    await saveAndPublish(asked, withdrawn, { ...withdrawn, version: 2, change: 'retired' });
    await waitFor(() => announcedOf(withdrawn.pattern_id).length === 2, { describe: 'announcements' });
    const [erased_passages] = erasedPassages([words]);
    const batch = { revision: 3, changed: 1, erased_member_ids: [771], erased_passages };
    owners.erase(batch);
    publish('members.changed', batch);
    await settled();
    expect(await textsOf(asked.pattern_id)).toEqual(['Who of us 1 has “…”?']);
    const late = newPattern({ related_member_ids: [5, 9] });
    late.question_prompts = prompts(3);
    await saveAndPublish(late);
    expect(await textsOf(late.pattern_id)).toEqual(['Who of us 3 has “…”?']);
    const kept = await em().execute(
      `select text as words from question union select folded from question union select body from outbox_message`,
    );
    expect(JSON.stringify(kept)).not.toMatch(/went blind/i);
    const { streams } = await jetstreamManager(other);
    const { state } = await streams.info('EVENTS', { subjects_filter: 'question.created' });
    expect(state.subjects?.['question.created']).toBeGreaterThan(0);
    for (let seq = 1; seq <= state.last_seq; seq += 1) {
      const message = await streams.getMessage('EVENTS', { seq });
      if (message?.subject === 'question.created') {
        expect(message.string()).not.toMatch(/went blind/i);
      }
    }
  });

  it('exports every row with something of a member', async () => {
    const id = 918_273_646;
    const pattern = newPattern({
      related_member_ids: [1, id],
      question_prompts: ['Who has “kept the tower clock alone for years”?', `What would you ask them ${id}?`],
    });
    const withdrawn = newPattern({ related_member_ids: [1, id] });
    await saveAndPublish(pattern, withdrawn, newPattern(), { ...withdrawn, version: 2, change: 'retired' });
    const [passages] = erasedPassages(['I kept the tower clock alone for years.']);
    const found = await client.ask('questions.export-member', { id, passages });
    expect(found.questions.map(({ pattern_id, withdrawn: gone }) => [pattern_id, gone])).toEqual(
      [pattern, pattern, withdrawn, withdrawn].map(({ pattern_id }) => [
        pattern_id,
        pattern_id !== pattern.pattern_id,
      ]),
    );
    expect(found.events.length).toBeGreaterThan(0);
    const texts = ['918273646', 'tower clock alone'];
    const tables = ['question', 'outbox_message', 'inbox_message', 'parked_message', 'pattern_seen'];
    const holding: string[] = [];
    for (const table of tables) {
      const rows = await em().execute<{ text: string }[]>(`select t::text as text from ${table} t`);
      holding.push(...rows.filter(({ text }) => texts.some((it) => text.includes(it))).map(() => table));
    }
    expect(found.rows.map(({ table }) => table).toSorted()).toEqual(holding.toSorted());
    expect((await client.ask('questions.list-audit', {})).entries).toEqual([]);
  });

  it('redacts nothing for an erasure that member-profile does not confirm', async () => {
    const pattern = newPattern();
    pattern.question_prompts = [
      'Who of us has sown a meadow full of poppies?',
      'Where would a meadow full of poppies be welcome?',
    ];
    await saveAndPublish(pattern);
    const batch = { revision: 4, changed: 1, erased_member_ids: [772] };
    owners.erase({ ...batch, erased_passages: erasedPassages(['Words of theirs and of nobody else'])[0] });
    const [forged] = erasedPassages(pattern.question_prompts);
    publish('members.changed', { ...batch, erased_passages: forged });
    publish('members.changed', { ...batch, erased_member_ids: [900_000_001], erased_passages: forged });
    await settled();
    expect(await textsOf(pattern.pattern_id)).toEqual(pattern.question_prompts);
  });

  it('parks an unreadable event with the reason, and handles the next one', async () => {
    const pattern = newPattern();
    const id = randomUUID();
    publish('pattern.saved', '{"pattern_id":', id);
    await saveAndPublish(pattern);
    const parked = await em().findOneOrFail(ParkedMessage, { messageId: id });
    expect(parked.reason).toMatch(/not JSON/);
    expect(await idsOf(pattern.pattern_id)).toHaveLength(2);
  });

  it('handles the next event without a restart after nats-server was killed and restarted', async () => {
    await nats.kill();
    await waitFor(async () => (await fetch(`${await app.getUrl()}/readyz`)).status === 503, {
      describe: 'readiness to be lost',
    });
    await nats.restart();
    await waitFor(async () => (await fetch(`${await app.getUrl()}/readyz`)).status === 200, {
      describe: 'readiness to return',
    });
    await other.flush();
    const pattern = newPattern();
    owners.save(pattern);
    publish('pattern.saved', pattern);
    // Not settled(): messages whose acknowledgement the killed server lost are redelivered after their ack wait.
    await waitFor(async () => (await idsOf(pattern.pattern_id)).length === 2, { describe: 'the questions' });
    await waitFor(() => announcedOf(pattern.pattern_id).length === 2, { describe: 'both announcements' });
  });

  function em() {
    return app.get(MikroORM).em.fork();
  }
});
