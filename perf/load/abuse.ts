import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { System, startSystem } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { footprintOf } from '../measure/footprint.ts';
import { liveHeapOf, withSnapshots } from '../measure/live-heap.ts';
import { printLine, printResults, rounded } from '../measure/print-results.ts';
import type { Attack } from './abuse/attacker.ts';
import { clientAt } from './abuse/client.ts';
import type { Client } from './abuse/client.ts';
import { importSample } from './runs/sample-runs.ts';

/**
 * Lets one client take what it can of a gateway, while another uses it as usual: many event streams of one run, then many
 * discoveries that wait, in several rounds. It prints how both are answered, and the memory of the gateway: its live
 * heap shows whether anything is kept after a round, since V8 collects garbage when it wants to.
 * `npm run load:abuse -- --base FOLDER` does so to the built services of another checkout.
 */
const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    streams: { type: 'string', default: '2000' },
    discovers: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
  },
});
const seconds = Number(values.seconds);
const base = resolve(values.base ?? join(import.meta.dirname, '../..'));
type Process = ReturnType<System['processes']>[number];

const probeEveryMs = 50;
const pathsOfOther = [
  'patterns?limit=20',
  'community/name',
  'members?per_page=20',
  'discovery-runs?limit=20',
];

const followed: Parameters<typeof attack>[0] = {
  count: Number(values.streams),
  path: 'discovery-runs/1/events',
  method: 'GET',
  headers: {},
  open: true,
};
const waiting: Parameters<typeof attack>[0] = {
  count: Number(values.discovers),
  path: 'patterns/discover',
  method: 'POST',
  headers: { prefer: `wait=${seconds}` },
  open: false,
};

const snapshots = await mkdtemp(join(tmpdir(), 'warren-heap-'));
const system = await (
  await systemOf(base)
)({
  workers: 0,
  questions: false,
  env: { NODE_OPTIONS: withSnapshots(snapshots) },
});
const gateway = system.processes().find(({ name }) => name === 'gateway');
try {
  await importSample(system);
  const other = clientAt('127.0.0.1', system.api);
  await other.send('patterns/discover', { method: 'POST', headers: { prefer: 'respond-async' } });
  const calm = await whileServing(other, async () => delay(seconds * 250, ''));
  const phases: Record<string, Awaited<ReturnType<typeof whileServing>>> = { 'nothing else': calm };
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    phases[`event streams ${round}`] = await whileServing(other, async () => attack(followed));
    phases[`discoveries ${round}`] = await whileServing(other, async () => attack(waiting));
  }
  phases['afterwards'] = await whileServing(other, async () => delay(seconds * 250, ''));
  printLine(`${base}, ${seconds} s of each`);
  printResults(
    [
      'meanwhile',
      'answered',
      'other p50 ms',
      'p99 ms',
      'failed',
      'its stream',
      'its discovery',
      'RSS MB',
      'most',
      'live heap',
    ],
    Object.entries(phases).map(([name, it]) => [
      name,
      it.answered,
      rounded(it.latency.p50),
      rounded(it.latency.p99),
      it.failed,
      it.ownStream,
      it.ownDiscovery,
      rounded(it.rssMb, 0),
      rounded(it.mostMb, 0),
      rounded(it.liveMb),
    ]),
    { what: 'abuse', base, ...values, ...phases },
  );
} finally {
  await system.stop();
  await rm(snapshots, { recursive: true });
}
process.exit(0);

/** `startSystem` of a checkout: the services that it has built, and its servers. */
async function systemOf(checkout: string): Promise<typeof startSystem> {
  const main = join(checkout, 'apps/gateway/dist/service/main.js');
  if (!existsSync(main)) {
    throw new Error(`${checkout} is not built: npx rolldown --config rolldown.config.mjs there.`);
  }
  const loaded: unknown = await import(pathToFileURL(join(checkout, 'libs/testing/src/index.ts')).href);
  const isFunction = (value: unknown): boolean => typeof value === 'function';
  return z.object({ startSystem: z.custom<typeof startSystem>(isFunction) }).parse(loaded).startSystem;
}

/** Sends all requests at once, and closes what is still open after a while. @returns how they were answered */
async function attack(how: Pick<Attack, 'count' | 'path' | 'method' | 'headers' | 'open'>): Promise<string> {
  const workerData: Attack = { api: system.api, address: '127.0.0.2', seconds, ...how };
  const attacker = new Worker(new URL('abuse/attacker.ts', import.meta.url), { workerData });
  const [answered] = z.tuple([z.string()]).parse(await once(attacker, 'message'));
  await attacker.terminate();
  return answered;
}

/** Uses the gateway as usual while `work` goes on: reads every now and then, and once follows and starts a run. */
async function whileServing(client: Client, work: () => Promise<string>) {
  const memory = [await rssOf(gateway)];
  const latencies: number[] = [];
  const refused: number[] = [];
  const over = new AbortController();
  const working = work().finally(() => over.abort());
  const probing = (async () => {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      const { status, ms } = await client.send(pathsOfOther[turn % pathsOfOther.length] ?? '');
      (status === 200 ? latencies : refused).push(ms);
      memory.push(await rssOf(gateway));
      await delay(probeEveryMs);
    }
  })();
  await delay(seconds * 200);
  const stream = await client.send('discovery-runs/1/events', { open: true });
  stream.close();
  const started = await client.send('patterns/discover', {
    method: 'POST',
    headers: { prefer: 'respond-async' },
  });
  const answered = await working;
  await probing;
  return {
    answered,
    latency: spreadOf(latencies),
    failed: refused.length,
    ownStream: stream.status,
    ownDiscovery: started.status,
    rssMb: memory[0] ?? Number.NaN,
    mostMb: Math.max(...memory),
    liveMb: (gateway && (await liveHeapOf(gateway.pid, snapshots))) ?? Number.NaN,
  };
}

async function rssOf(process: Process | undefined): Promise<number> {
  return process === undefined
    ? Number.NaN
    : ((await footprintOf(process.pid, process.url))?.rssMb ?? Number.NaN);
}
