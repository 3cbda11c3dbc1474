import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, headers } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { Question, PatternSaved } from '@warren/contracts';
import { noteRunning } from '@warren/servers';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { startPlainConsumer } from '../api/plain-consumer.ts';
import type { PlainConsumer } from '../api/plain-consumer.ts';
import { discover, importFile, patternsOf, rowsOf, sample } from '../support.ts';

const run = promisify(execFile);

let system: System;
let bare: NatsConnection;
let plain: PlainConsumer;
const seen: Msg[] = [];

beforeAll(async () => {
  system = await startSystem();
  bare = await connect({ servers: system.nats.url });
  bare.subscribe('pattern.saved', { callback: (_error, message) => void seen.push(message) });
  await bare.flush();
  plain = await startPlainConsumer(system.nats.url);
  await importFile(system, sample);
  await discover(system);
}, 120_000);

afterAll(async () => {
  await plain.stop();
  await bare.close();
  await system.stop();
});

describe('pattern.saved', () => {
  it('reaches the question generator, a plain Nest microservice and a bare subscription alike', async () => {
    const ids = (await patternsOf(system)).map(({ id }) => id).sort((a, b) => a - b);
    const of = (bodies: readonly PatternSaved[]): number[] =>
      bodies.map((body) => body.pattern_id).sort((a, b) => a - b);
    await waitFor(() => seen.length >= ids.length && plain.received.length >= ids.length, {
      describe: 'all events',
    });
    expect(of(seen.map((message) => PatternSaved.parse(message.json())))).toEqual(ids);
    expect(of(plain.received.map((body) => PatternSaved.parse(body)))).toEqual(ids);
    await waitFor(
      async () => {
        const questions = z.array(Question).parse((await system.call('questions')).body);
        return new Set(questions.map((question) => question.pattern_id)).size === ids.length;
      },
      { describe: 'questions about every pattern' },
    );
  });

  it('is a CloudEvent in binary mode: attributes as headers, the data as body', () => {
    for (const { headers } of seen) {
      expect(headers?.get('ce-specversion')).toBe('1.0');
      expect(headers?.get('ce-type')).toBe('pattern.saved');
      expect(headers?.get('ce-source')).toBe('/warren/pattern-finder');
      expect(headers?.get('ce-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(Date.parse(headers?.get('ce-time') ?? '')).not.toBeNaN();
      expect(headers?.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    }
    expect(new Set(seen.map(({ headers }) => headers?.get('ce-id'))).size).toBe(seen.length);
  });
});

it('events and erasures work on the servers of npm start on the named data folder, and say which answered', async () => {
  const data = await mkdtemp(join(tmpdir(), 'warren-data-'));
  const command = async (tool: string, ...args: string[]): Promise<string> => {
    const main = join(import.meta.dirname, '../../apps/cli/src', tool, 'main.ts');
    const env = { ...process.env, DATABASE_URL: '', NATS_URL: '' };
    const options = ['--disable-warning=ExperimentalWarning', main, ...args, '--data', data];
    return (await run(process.execPath, options, { env })).stdout;
  };
  try {
    await expect(command('erasures', 'replay')).rejects.toThrow(`does not run on ${data}`);
    await expect(command('events', 'parked')).rejects.toThrow(`does not run on ${data}`);
    const { databaseUrl, nats } = system;
    await noteRunning(data, { databaseUrl, natsUrl: nats.url });
    const database = new URL(databaseUrl).pathname.slice(1);
    expect(await command('erasures', 'replay')).toContain(`(database ${database}, NATS at ${nats.url})`);
    expect(await command('events', 'parked')).toContain('Nothing is parked.');
    await expect(command('events', 'address')).rejects.toThrow('This NATS server is yours');
    const natsConsumerUrl = nats.urlOf('consumer');
    await noteRunning(data, { databaseUrl, natsUrl: nats.url, natsConsumerUrl });
    expect(await command('events', 'address')).toBe(`${natsConsumerUrl}\n`);
    const community = { name: 'Makers', sample: false };
    await noteRunning(data, { databaseUrl, natsUrl: nats.url, community });
    expect(await command('erasures', 'replay', '--community', 'makers')).toContain('(Makers, NATS at');
    for (const [tool, what] of [
      ['erasures', 'replay'],
      ['events', 'parked'],
    ] as const) {
      await expect(command(tool, what, '--community', 'Others')).rejects.toThrow(
        /with "Makers", not "Others"/,
      );
    }
  } finally {
    await rm(data, { recursive: true });
  }
}, 120_000);

describe('a message that a service cannot handle', () => {
  async function events(...args: string[]): Promise<string> {
    const main = join(import.meta.dirname, '../../apps/cli/src/events/main.ts');
    const options = ['--disable-warning=ExperimentalWarning', main, ...args];
    const env = { ...process.env, DATABASE_URL: system.databaseUrl, NATS_URL: system.nats.url };
    return (await run(process.execPath, options, { env })).stdout;
  }

  const Parked = z.array(
    z.object({ service: z.string(), subject: z.string(), message_id: z.string(), reason: z.string() }),
  );
  const parked = async () => Parked.parse(JSON.parse(await events('parked', '--json')));

  const pattern = {
    pattern_id: 900,
    name: 'People of the river',
    description: 'They came home for the river.',
    category: 'interest_theme',
    member_count: 3,
    related_member_ids: [1, 2, 3],
    question_prompts: ['What does the river do for you?', 'Whom would you take along?'],
    version: 1,
    change: 'created',
    run_id: null,
  };

  function publish(id: string, body: unknown): void {
    const head = headers();
    head.set('ce-id', id);
    bare.publish('pattern.saved', JSON.stringify(body), { headers: head });
  }

  it('is shown with its reason, and is parked again after a replay if the cause remains', async () => {
    publish('broken', { ...pattern, version: 'one' });
    const [shown] = await waitFor(
      async () => {
        const found = await parked();
        return found.length > 0 && found;
      },
      { describe: 'the message to be parked', timeoutMs: 30_000 },
    );
    expect(shown).toMatchObject({
      service: 'question-generator',
      subject: 'pattern.saved',
      message_id: 'broken',
    });
    expect(shown!.reason).toMatch(/version/);
    expect(await events('replay', 'broken')).toMatch(/1 replayed/);
    await waitFor(async () => (await parked()).length === 1, {
      describe: 'it to be parked again',
      timeoutMs: 30_000,
    });
  });

  it('has its effect once after a replay when the cause is fixed', async () => {
    // The pattern of the message is requested from pattern-finder, which has it.
    const statistics = {
      ...{ observed: 3, share: 0.1, share_low: 0, share_high: 1, expected: null, lift: null },
      ...{ lift_low: null, lift_high: null, p_value: null, q_value: null, tested: null },
    };
    await rowsOf(
      system,
      `insert into pattern_finder.pattern (id, name, name_folded, description, category, member_count,
         related_member_ids, evidence, question_prompts, analyst, fingerprint, publication)
       values (900, '${pattern.name}', lower('${pattern.name}'), '${pattern.description}', '${pattern.category}', 3,
         '{1,2,3}', '${JSON.stringify({ basis: 'share', facets: [], statistics })}',
         array(select jsonb_array_elements_text('${JSON.stringify(pattern.question_prompts)}')), 'operator', 'fixed', 'current')`,
      z.unknown(),
    );
    // As left by a failure whose cause has been fixed since.
    await rowsOf(
      system,
      `insert into question_generator.parked_message (message_id, subject, body, reason, parked_at)
       values ('fixed', 'pattern.saved', '${JSON.stringify(pattern)}', 'Error: the table is missing', now())`,
      z.unknown(),
    );
    expect(await events('replay', '--all')).toMatch(/fixed published again for question-generator/);
    const asked = async () =>
      z.array(z.unknown()).parse((await system.call('questions?pattern_id=900')).body).length;
    await waitFor(async () => (await asked()) === 2, { describe: 'its questions', timeoutMs: 30_000 });
    expect((await parked()).map(({ message_id }) => message_id)).not.toContain('fixed');
  });

  it('is replayed by its id; the tool rejects an unknown one', async () => {
    await expect(events('replay', 'nobody')).rejects.toThrow(/No parked message has the id nobody/);
    await expect(events('replay')).rejects.toThrow(/say --all/);
  });
});
