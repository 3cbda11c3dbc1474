import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { AuditPage, ImportReport, MemberExport, Question } from '@warren/contracts';
import { cacheFolder, startNats } from '@warren/servers';
import type { Nats } from '@warren/servers';
import { byTurn, waitFor } from '@warren/testing';
import { analyse, save, startScriptedSystem } from '../../analyst/scripted-system.ts';
import type { ScriptedSystem } from '../../analyst/scripted-system.ts';
import { patternsOf, rowsOf, sample } from '../../support.ts';
import { copied, restored, stopStores } from './snapshot.ts';
import { placesInFiles, placesInTables, tracesIn, tracesOf } from './traces.ts';

const run = promisify(execFile);
const withinMs = 60_000;

const people = [
  { bio: 'I came back here to look after my mother.' },
  {
    bio: 'Rowed home again since dad went blind.',
    prompt_responses: [
      { prompt: 'What do you miss?', response: 'Nobody lights the quay lamps by hand now.' },
    ],
  },
  { bio: 'I moved back to nurse my mum.' },
].map((texts, n) => ({
  external_id: `Quay/Lamp-${n}`,
  email: `Lamp${n}.Keeper@quay.example`,
  skills: ['Lamplighting'],
  ...texts,
}));
const gone = people[1]!;
const id = 918_273_646;
const answer = gone.prompt_responses![0]!.response;
const traces = tracesOf([id, gone.external_id, gone.email, gone.email.toLowerCase()], [gone.bio, answer]);

/** A person's words as others quote them: extended, cut, in capitals, with other punctuation. */
const quotedByOthers = `As one said — “ROWED, home again: since Dad went blind” — and “nobody lights the quay”.`;

describe('an erased member', () => {
  let scripted: ScriptedSystem;
  let nats: Nats;
  let folder: string;
  let bare: NatsConnection;
  let older: string;
  /** What was exported of the member, and where it was, while everything had it. */
  let exported: MemberExport;
  let held: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-erasure-'));
    const binary = process.env['TEST_NATS_SERVER'];
    nats = await startNats({
      cacheDir: cacheFolder,
      open: true,
      storeDir: join(folder, 'nats'),
      ...(binary === undefined ? {} : { binary }),
    });
    const env = { MODEL_IDLE_MS: '20000', ERASURE_DIR: join(folder, 'erasures') };
    scripted = await startScriptedSystem(sample, env, { questions: true, nats });
    bare = await connect({ servers: nats.url });
    await rowsOf(
      scripted.system,
      `select setval(pg_get_serial_sequence('member_profile.member', 'id'), ${id - 2})`,
      z.unknown(),
    );
    expect(await imported(people)).toMatchObject({ created: 3, rejected: [] });
    await storeTraces();
    exported = MemberExport.parse((await scripted.system.call(`members/${id}/export`)).body);
    held = await placesInTables(scripted.system, traces);
    await stopStores(scripted.system);
    older = await copied(scripted.system);
  }, 120_000);

  afterAll(async () => {
    await bare.close();
    await scripted.stop();
    const refused = await nats.violations();
    await nats.stop();
    await rm(folder, { recursive: true, force: true });
    expect(refused).toEqual([]);
  });

  async function imported(lines: readonly object[]): Promise<ImportReport> {
    const { body } = await scripted.system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    return ImportReport.parse(body);
  }

  async function erasures(...args: string[]): Promise<string> {
    const main = join(import.meta.dirname, '../../../apps/cli/src/erasures/main.ts');
    const env = { ...process.env, NATS_URL: nats.url };
    return (await run(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { env }))
      .stdout;
  }

  /** Puts the member and its words into every place where the system stores any. */
  async function storeTraces(): Promise<void> {
    const { system } = scripted;
    const quotes = people.map(({ bio }, n) => ({ member_id: id - 1 + n, field: 'bio', quote: bio }));
    const show = {
      name: 'get_member_profiles',
      input: { member_ids: quotes.map(({ member_id }) => member_id) },
    };
    const evaluation = {
      name: 'evaluate_rule',
      input: { rule: { clauses: [{ at_least: 1, of: ['skill:lamplighting'] }] } },
    };
    const pattern = (name: string, given = quotes) =>
      save({
        name,
        category: 'cross_domain',
        description: `They came home to care. ${quotedByOthers}`,
        question_prompts: [
          'Who else can say “rowed home again since dad went blind” of themselves?',
          'Whom would you like to meet over it?',
        ],
        quotes: given,
      });
    const { run: first, rejected } = await scripted.runScript(
      byTurn([
        { tool_uses: [analyse, evaluation] },
        { tool_uses: [show] },
        { tool_uses: [pattern('Home again for their parents')] },
        { tool_uses: [pattern('Rowed home again since dad went blind', quotes.slice(1, 2))] },
        { text: `Member ${id} put it best. ${quotedByOthers}` },
      ]),
    );
    expect(first).toMatchObject({ status: 'succeeded' });
    expect(first.response_text).toContain('ROWED');
    expect(rejected.map(({ reason }) => reason)).toEqual([expect.stringMatching(/members/)]);
    // A run that may continue keeps its turns; another is requested with the member's own words.
    const { run: second } = await scripted.runScript(
      byTurn([
        { tool_uses: [analyse, evaluation] },
        { tool_uses: [show], usage: { input_tokens: 900_000, output_tokens: 10_000 } },
        { text: 'Never asked for.' },
      ]),
      { keep: true },
    );
    expect(second.status).toBe('budget_exhausted');
    await system.call('patterns/discover', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'lamps', prefer: 'respond-async' },
      body: JSON.stringify({ focus_areas: [gone.bio] }),
    });
    const [saved] = await patternsOf(system);
    await waitFor(async () => (await questions()).length === 2, { describe: 'questions' });
    const patch = async (body: object) =>
      system.call(`patterns/${saved!.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await patch({ name: 'Home: dad went blind "[1, {' })).status).toBe(200);
    // Its questions are withdrawn, and published again.
    expect((await patch({ is_active: false })).status).toBe(200);
    await waitFor(async () => (await questions()).length === 0, { describe: 'no question' });
    expect((await patch({ is_active: true, name: 'Rowed home again since dad went blind' })).status).toBe(
      200,
    );
    await waitFor(async () => (await questions()).length === 2, { describe: 'questions again' });
    // As left by an earlier rename: half an emoji, on which PostgreSQL's JSON operators fail.
    await rowsOf(
      system,
      `insert into pattern_finder.outbox_message (message_id, subject, body, traceparent, created_at, published_at)
       select gen_random_uuid(), 'pattern.saved', replace(body, 'Rowed home', '\\ud83d Rowed home'), traceparent, now(), now()
         from pattern_finder.outbox_message where body like '%Rowed home again since dad went blind"%' limit 1`,
      z.unknown(),
    );
    // An unreadable message is parked with its body.
    const head = headers();
    head.set('ce-id', 'unread');
    bare.publish('pattern.saved', JSON.stringify({ related_member_ids: [id], name: gone.bio }), {
      headers: head,
    });
    await waitFor(
      async () =>
        (await rowsOf(system, 'select message_id from question_generator.parked_message', z.unknown()))
          .length > 0,
      { describe: 'it to be parked', timeoutMs: 20_000 },
    );
  }

  async function questions(): Promise<Question[]> {
    return z.array(Question).parse((await scripted.system.call('questions')).body);
  }

  async function places(): Promise<string[]> {
    const logs = tracesIn(await scripted.system.logs(), traces).map((trace) => `logs: ${trace}`);
    return [
      ...(await placesInTables(scripted.system, traces)),
      ...(await placesInFiles(folder, traces)),
      ...logs,
      ...(await temporaryFiles()),
    ];
  }

  /** Finds traces in the system's files outside of its stores: those in the temporary folder, by name. */
  async function temporaryFiles(): Promise<string[]> {
    const names = (await readdir(tmpdir())).filter((name) => /^warren-(upload|import)/.test(name));
    return (await Promise.all(names.map(async (name) => placesInFiles(join(tmpdir(), name), traces)))).flat();
  }

  async function waitUntilErased(): Promise<void> {
    let last: string[] = [];
    try {
      await waitFor(async () => (last = await places()).length === 0, {
        describe: 'every trace of the member to be removed',
        timeoutMs: withinMs,
        everyMs: 1_000,
      });
    } catch (error) {
      throw new Error(`still there:\n${last.join('\n')}`, { cause: error });
    }
  }

  it('is exported from every table of every service that has anything of it, and nothing of the others', () => {
    const tables = exported.rows.map(({ service, table }) => `${service.replace('-', '_')}.${table}`);
    const named = new Set([...tables, ...exported.audit.map(() => 'member_profile.audit_entry')]);
    const holding = new Set(held.map((place) => place.slice(0, place.indexOf(':'))));
    expect([...holding].filter((table) => !named.has(table))).toEqual([]);
    const ofOthers = [...named].filter((table) => !table.startsWith('member_profile.'));
    expect(ofOthers.filter((table) => !holding.has(table))).toEqual([]);
    expect(exported.member).toMatchObject({ id, bio: gone.bio });
    expect(exported.patterns.flatMap(({ quotes }) => quotes)).toMatchObject([
      { member_id: id, quote: gone.bio },
    ]);
    expect(exported.model_turns.length).toBeGreaterThan(0);
    expect(exported.questions.length).toBeGreaterThan(0);
    expect(exported.events.length).toBeGreaterThan(0);
    expect(JSON.stringify(exported)).not.toContain(people[0]!.bio);
  });

  it('is removed everywhere within a minute, although every service is killed during the erasure', async () => {
    const { system } = scripted;
    await system.start('member-profile', { WARREN_FAILPOINT: 'erasure.after-ledger:kill' });
    await system.start('pattern-finder', { WARREN_FAILPOINT: 'erasure.after-patterns:kill' });
    await system.start('question-generator', { WARREN_FAILPOINT: 'erasure.after-begin:kill' });
    const killed = system.processes().slice(-3);
    await waitFor(async () => (await patternsOf(system)).length > 0, {
      describe: 'patterns',
      timeoutMs: 30_000,
    });
    // The person is in every place first: else finding no trace would prove nothing.
    const before = await places();
    for (const where of [
      'pattern',
      'pattern_version',
      'run',
      'run_turn',
      'outbox_message',
      'idempotency_key',
    ]) {
      expect(before.join('\n')).toContain(`pattern_finder.${where}:`);
    }
    // its events say nothing of members
    for (const where of ['question', 'parked_message']) {
      expect(before.join('\n')).toContain(`question_generator.${where}:`);
    }
    expect(before.join('\n')).toContain(`EVENTS`);
    const rejected = await system.call(`members/${id}`, { method: 'DELETE' });
    expect(rejected.status).toBe(503);
    await system.start('member-profile');
    await waitFor(async () => (await system.call(`members/${id}`, { method: 'DELETE' })).status === 204, {
      describe: 'the erasure to be accepted',
      timeoutMs: 30_000,
    });
    await waitFor(() => killed.every((process) => !process.running()), {
      describe: 'the others to be killed too',
      timeoutMs: 30_000,
    });
    await Promise.all([system.start('pattern-finder'), system.start('question-generator')]);
    await waitUntilErased();
    const [pattern] = await patternsOf(system, '?is_active=all');
    expect(pattern!.related_member_ids).not.toContain(id);
    const { body } = await system.call('audit?action=members.erase');
    const done = AuditPage.parse(body).entries.filter(({ outcome }) => outcome === 'done');
    expect(done.map(({ target }) => target?.ids)).toEqual([[expect.stringMatching(/^erased:/)]]);
  }, 120_000);

  it('is not stored again from a lost stream that is republished', async () => {
    const { streams } = await jetstreamManager(bare);
    await streams.delete('EVENTS');
    await waitFor(
      async () => {
        const stream = await streams.info('EVENTS').catch(() => undefined);
        return (stream?.state.messages ?? 0) > 0;
      },
      { describe: 'the stream to be filled again', timeoutMs: 30_000 },
    );
    await waitUntilErased();
  });

  it('is not stored again by the next import, by either identity', async () => {
    const byMail = { ...gone, external_id: 'another', email: gone.email.toUpperCase() };
    const byId = { ...gone, email: 'another@quay.example' };
    const { created, updated, rejected } = await imported([gone, byMail, byId, people[0]!]);
    expect([created, updated]).toEqual([0, 0]);
    // the lines with one id are about one person
    expect(rejected.map(({ line, field }) => [line, field])).toEqual([
      [1, 'external_id'],
      [2, 'email'],
    ]);
    expect(rejected[0]!.reason).toContain('npm run erasures -- allow');
  });

  it('is erased again after the restore of an older dump, once erasures are replayed', async () => {
    const { system } = scripted;
    await stopStores(system);
    await restored(system, older);
    expect(await placesInTables(system, traces)).not.toEqual([]);
    for (const name of ['member-profile', 'pattern-finder', 'question-generator'] as const) {
      await system.start(name);
    }
    await waitFor(async () => (await system.logs()).includes('are stored again'), {
      describe: 'the warning at startup',
      timeoutMs: 20_000,
    });
    const isRejected = async () => (await imported([gone]).catch(() => undefined))?.rejected.length === 1;
    await waitFor(isRejected, { describe: 'the member to be rejected, replayed or not', timeoutMs: 30_000 });
    expect(await erasures('replay')).toMatch(/^1 people in the ledger; 1 of them were stored again/);
    await waitUntilErased();
    expect(await erasures('replay')).toMatch(/; 0 of them were stored again/);
  }, 120_000);

  it('may return on request', async () => {
    await expect(erasures('allow', '--email', 'nobody@quay.example')).rejects.toThrow(
      /Nobody who was erased/,
    );
    expect(await erasures('allow', '--email', gone.email)).toMatch(/May come back/);
    expect(await imported([gone])).toMatchObject({ created: 1, rejected: [] });
  });
});
