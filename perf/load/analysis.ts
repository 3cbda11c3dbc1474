import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';
import type { RequestInput, RequestSubject } from '@warren/contracts';
import { ask, freePort, startService } from '@warren/servers';
import { createTestDatabase, databaseUrlOf, startTestNats, waitFor } from '@warren/testing';
import { printLine } from '../measure/print-results.ts';
import { madeUpMembers } from './communities/community.ts';

/**
 * Response times of member-profile while it analyses: imports made-up members into a member-profile of its own, sends
 * requests at a steady rate, idle first and then under one analysis after another, and prints response times, event
 * loop delay, the time until a change is applied, and memory: `npm run load:analysis -- 100000`.
 */
const count = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 20);
/** Requests per second. */
const rate = Number(process.argv[4] ?? 25);
const root = join(import.meta.dirname, '../..');
const [database, nats, folder, port] = await Promise.all([
  createTestDatabase(),
  startTestNats(),
  mkdtemp(join(tmpdir(), 'warren-load-')),
  freePort(),
]);
const logFile = join(folder, 'member-profile.log');
const service = await startService({
  entry: join(root, 'apps/member-profile/dist/service/main.js'),
  logFile,
  env: {
    DATABASE_URL: databaseUrlOf(database.url, 'member-profile'),
    ...nats.environmentOf('member-profile'),
    HEALTH_PORT: String(port),
  },
});
const connection = await connect({ servers: nats.url });
const put = async <S extends RequestSubject>(subject: S, data: RequestInput<S>): Promise<string> =>
  ask(connection, subject, data);

/** The usual requests, each about some member. */
const questions: [string, (id: number) => Promise<string>][] = [
  ['members.list', (id) => put('members.list', { page: 1 + (id % 50), per_page: 50 })],
  ['members.get', (id) => put('members.get', { id })],
  ['community.evaluate-rules', (id) => put('community.evaluate-rules', { rules: [ruleOf(id)] })],
  ['community.profiles', (id) => put('community.profiles', { rule: ruleOf(id), limit: 10 })],
  [
    'community.verify-quotes',
    (id) =>
      put('community.verify-quotes', { quotes: [{ member_id: id, field: 'bio', quote: 'things at night' }] }),
  ],
];

try {
  await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, {
    describe: 'member-profile is ready',
    timeoutMs: 60_000,
  });
  printLine(`memory at the start: ${await memory(service.pid)}`);
  const imported = await took(importMembers);
  printLine(
    `${count} members imported in ${(imported / 1000).toFixed(1)} s; memory: ${await memory(service.pid)}`,
  );
  printLine(
    `first question, with loading: ${(await took(() => put('community.verify-quotes', { quotes: [] }))).toFixed(0)} ms`,
  );
  printLine(`memory after it: ${await memory(service.pid)}`);
  printLine(`first analysis: ${(await took(() => put('community.analyse', {}))).toFixed(0)} ms`);
  printLine(`memory after it: ${await memory(service.pid)}`);

  await measure('warming up', () => delay(5_000));
  await measure('idle', () => delay(seconds * 1000));
  let analyses = 0;
  await measure('analysing', async () => {
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      analyses += 1;
      await put('community.analyse', { focus_areas: ['skills', 'interests', 'wishes', `town ${analyses}`] });
    }
  });
  printLine(`${analyses} analyses, one after another`);
  const updates: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const rows = [...madeUpMembers(1)].map(({ line, member }) => ({
      line,
      member: { ...member, bio: `Turn ${turn}`, skills: [`skill ${turn}`, 'skill 7'] },
    }));
    await put('members.import', { import_id: null, rows });
    updates.push(await took(() => put('community.verify-quotes', { quotes: [] })));
  }
  printLine(`time until a changed member is applied: ${summary(updates)}`);
  const erasures: number[] = [];
  for (let id = 100; id < 105; id += 1) {
    await put('members.erase', { id });
    erasures.push(await took(() => put('community.verify-quotes', { quotes: [] })));
  }
  printLine(`time until an erased member is removed: ${summary(erasures)}`);
  printLine(`memory at the end: ${await memory(service.pid)}`);
} finally {
  await connection.close();
  await service.stop(15_000);
  await nats.stop();
  await database.drop();
  await rm(folder, { recursive: true });
}
process.exit(0);

async function importMembers(): Promise<void> {
  let rows: RequestInput<'members.import'>['rows'] = [];
  for (const row of madeUpMembers(count)) {
    rows.push(row);
    if (rows.length === 500 || row.line === count) {
      await put('members.import', { import_id: null, rows });
      rows = [];
    }
  }
}

function ruleOf(id: number) {
  const at = id % 20;
  const of = [`skill:skill ${at + 20}`, `skill:skill ${at + 21}`, `interest:interest ${at}`];
  return { clauses: [{ at_least: 2, of }] };
}

/** Sends the requests in turn at a steady rate while `work` runs; prints response times. */
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const times = new Map<string, number[]>();
  const requests: Promise<void>[] = [];
  const timed = async (what: string, question: () => Promise<string>): Promise<void> => {
    const time = await took(question);
    times.set(what, [...(times.get(what) ?? []), time]);
  };
  let turn = 0;
  await eventLoop();
  const timer = setInterval(() => {
    const id = 201 + ((turn * 997) % (count - 200));
    for (const [what, question] of questions.slice(turn % questions.length).slice(0, 1)) {
      requests.push(timed(what, () => question(id)));
    }
    turn += 1;
  }, 1_000 / rate);
  await work();
  clearInterval(timer);
  await Promise.all(requests);
  printLine(`${name}: event loop ${await eventLoop()}`);
  for (const [what, list] of times) {
    printLine(`  ${what}: ${summary(list)}`);
  }
  printLine(`  all: ${summary([...times.values()].flat())}`);
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `${times.length} times, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`;
}

/** Event loop delay of the service since the last reading of its metrics. */
async function eventLoop(): Promise<string> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const of = (name: string): string => {
    const value = new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)$`, 'm').exec(text)?.[1];
    return `${(Number(value) * 1000).toFixed(0)} ms`;
  };
  return `p50 ${of('p50')}, p99 ${of('p99')}, max ${of('max')}`;
}

/** Resident set of a process now and at most, as Linux counts it. */
async function memory(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const of = (field: string): string =>
    (Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024).toFixed(0);
  return `${of('VmRSS')} MB, at most ${of('VmHWM')} MB`;
}
