import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { freePort, startService } from '@warren/servers';
import { startSystem, usualTimes, waitFor } from '@warren/testing';
import { spreadOf } from '../measure/figures.ts';
import { readOptions } from '../measure/options.ts';
import { rounded, printResults } from '../measure/print-results.ts';
import { withoutLimits } from '../measure/without-limits.ts';
import { findSamplePatterns } from './runs/sample-runs.ts';

/** Target: share of a bare route's requests per second that the gateway reaches. */
const aim = 0.5;
const option = readOptions(
  'Requests GET /patterns from the gateway and from a bare Fastify route that reads the same rows, in turns.',
  {
    connections: { default: 100, description: 'concurrent connections' },
    seconds: { default: 5, description: 'seconds of one turn' },
    rounds: { default: 6, description: 'turns of each; the first is a warm-up' },
  },
);
const [system, folder, port] = await Promise.all([
  startSystem({ env: { ...usualTimes, ...withoutLimits } }),
  mkdtemp(join(tmpdir(), 'warren-load-')),
  freePort(),
]);
const bare = await startService({
  entry: join(import.meta.dirname, 'baselines/raw-sql-baseline.ts'),
  logFile: join(folder, 'bare.log'),
  env: { DATABASE_URL: system.databaseUrl, PORT: String(port) },
});
const all = `${system.api}/patterns`;
const ways = { gateway: all, others: all, bare: `http://127.0.0.1:${port}/patterns` };
type Way = keyof typeof ways;
const turns = new Map<Way, autocannon.Result[]>([
  ['gateway', []],
  ['others', []],
  ['bare', []],
]);
try {
  await findSamplePatterns(system);
  await waitFor(async () => (await fetch(ways.bare)).ok, { describe: 'the bare route answers' });
  const bytes = { gateway: await bytesOf(ways.gateway), bare: await bytesOf(ways.bare) };
  for (let round = 0; round < option('rounds'); round += 1) {
    for (const [way, results] of turns) {
      results.push(await ask(way));
    }
  }
  const figures = { gateway: figuresOf('gateway'), others: figuresOf('others'), bare: figuresOf('bare') };
  const { gateway, others, bare: plain } = figures;
  const ratio = gateway.perSecond / plain.perSecond;
  printResults(
    ['GET /patterns', 'bytes', 'requests/s', 'p50 ms', 'p99 ms', 'failed'],
    [
      ['gateway', bytes.gateway, ...cellsOf(gateway)],
      ['gateway, queries all different', bytes.gateway, ...cellsOf(others)],
      ['bare route', bytes.bare, ...cellsOf(plain)],
      [`gateway/bare (aim ≥ ${aim})`, rounded(bytes.gateway / bytes.bare, 2), rounded(ratio, 2), '', '', ''],
    ],
    { what: 'patterns', connections: option('connections'), bytes, ...figures, ratio, aim },
  );
} finally {
  await bare.stop(5_000);
  await system.stop();
  await rm(folder, { recursive: true });
}
process.exit(0);

async function bytesOf(url: string): Promise<number> {
  return (await (await fetch(url)).arrayBuffer()).byteLength;
}

async function ask(way: Way): Promise<autocannon.Result> {
  let clients = 0;
  return autocannon({
    url: ways[way],
    connections: option('connections'),
    duration: option('seconds'),
    // Equal lists under different queries: the gateway reads each of them separately.
    ...(way === 'others' && {
      setupClient: (client) => {
        clients += 1;
        client.setRequests([{ path: `/api/v1/patterns?limit=${100 + clients}` }]);
      },
    }),
  });
}

/** Medians of the turns, so that one disturbed turn counts for little. */
function figuresOf(way: Way) {
  const results = (turns.get(way) ?? []).slice(1);
  const median = (of: (result: autocannon.Result) => number): number => spreadOf(results.map(of)).p50;
  return {
    perSecond: median(({ requests }) => requests.average),
    p50: median(({ latency }) => latency.p50),
    p99: median(({ latency }) => latency.p99),
    failed: results.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0),
  };
}

function cellsOf({ perSecond, p50, p99, failed }: ReturnType<typeof figuresOf>): (string | number)[] {
  return [rounded(perSecond, 0), rounded(p50), rounded(p99), failed];
}
