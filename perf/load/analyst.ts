import Table from 'cli-table3';
import type { ScriptedRequest } from '@warren/testing';
import { printLine } from '../measure/print-results.ts';
import { bytesOfProfiles, plainBytes } from './baselines/naive-baseline.ts';
import { analysisIn } from './runs/discovery-script.ts';
import { startDiscoverySystem } from './runs/discovery-system.ts';
import type { MeasuredDiscovery, DiscoverySystem } from './runs/discovery-system.ts';

/**
 * Size, cost and time of a discovery by a model, in communities of different sizes: runs the same script in each,
 * prints the bytes of its requests beside those of sending every profile, then runs it at the speed of a real model and
 * prints its cost and the share of Warren's own time: `npm run load:analyst -- 80,1000 1000 3` (sizes, sizes run at
 * speed, repetitions of each).
 */
const sizes = listOf(process.argv[2] ?? '80,1000,10000,100000');
const paced = listOf(process.argv[3] ?? '1000,100000');
const times = Number(process.argv[4] ?? 3);

const bytes = new Table({
  head: ['members', 'candidates', 'turns', 'largest', 'all requests', 'to the first', 'naive', 'ours/naive'],
  style: { head: [], border: [] },
});
const speed = new Table({
  head: ['members', 'turns', 'input', 'output', 'cached', 'cost', 'wall', 'model', 'own', 'share', 'where'],
  style: { head: [], border: [] },
});
let first: number | undefined;
for (const members of [...new Set([...sizes, ...paced])]) {
  const discovery = await startDiscoverySystem();
  try {
    await discovery.growTo(members);
    if (sizes.includes(members)) {
      await measureBytes(discovery, members);
    }
    for (let time = 0; paced.includes(members) && time < times; time += 1) {
      speed.push(rowOfSpeed(members, await discovery.discover(true)));
    }
  } finally {
    await discovery.stop();
  }
}
printLine(`Bytes of a run's requests:\n${bytes.toString()}`);
printLine(`Cost and time at the speed of a real model:\n${speed.toString()}`);
process.exit(0);

async function measureBytes(discovery: DiscoverySystem, members: number): Promise<void> {
  const { requests, run } = await discovery.discover(false);
  const lengths = requests.map(({ text }) => Buffer.byteLength(text));
  const all = sum(lengths);
  first ??= all;
  const plain = plainBytes(requests, await bytesOfProfiles(discovery.system));
  bytes.push([
    members,
    candidatesShown(requests[1]),
    requests.length,
    Math.max(...lengths),
    all,
    (all / first).toFixed(2),
    plain,
    (all / plain).toPrecision(2),
  ]);
  const added = lengths.map((length, at) => length - (lengths[at - 1] ?? 0));
  printLine(
    `${members} members: ${run.patterns.length} saved, ${run.rejected.length} rejected; each request adds ${added.join(' ')}`,
  );
  printLine(run.rejected.map(({ kind, reason }) => `  ${kind}: ${reason}`).join('\n'));
}

function rowOfSpeed(members: number, { requests, run, wallMs, modelMs, ownMs }: MeasuredDiscovery): string[] {
  const { input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cost_usd } = run.spend;
  const input = input_tokens + cache_read_tokens + cache_write_tokens;
  const own = wallMs - sum(modelMs);
  const [before = 0, analysis = 0, ...others] = ownMs;
  const end = others.pop() ?? 0;
  return [
    String(members),
    String(requests.length),
    String(input),
    String(output_tokens),
    percent(cache_read_tokens / input),
    `$${(cost_usd ?? 0).toFixed(3)}`,
    seconds(wallMs),
    seconds(sum(modelMs)),
    seconds(own),
    percent(own / wallMs),
    `start ${before}, analysis ${analysis}, ${others.length} turns ${sum(others)}, end ${end} ms`,
  ];
}

function candidatesShown(request: ScriptedRequest | undefined): number {
  return request === undefined ? 0 : analysisIn(request).candidates.length;
}

function listOf(text: string): number[] {
  return text
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
