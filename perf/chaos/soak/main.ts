import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { footprintOf } from '../../measure/footprint.ts';
import { liveHeapOf, withSnapshots } from '../../measure/live-heap.ts';
import { readOptions } from '../../measure/options.ts';
import { rounded, printLine, printResults } from '../../measure/print-results.ts';
import { faults } from '../faults.ts';
import { isWhole, report } from '../report.ts';
import { startScenarioRunner } from '../scenario-runner.ts';
import { makeSchedule } from '../schedule.ts';
import type { Schedule } from '../schedule.ts';
import { slots } from '../system.ts';
import type { ChaosSystem } from '../system.ts';
import { longestLifetimes, problemsIn } from './process-lifetimes.ts';
import type { Sample } from './process-lifetimes.ts';

const option = readOptions(
  'Breaks a system for a long time, mostly without ending its processes, and samples the resources of each.',
  {
    minutes: { default: 30, description: 'duration, without the time until the system is idle' },
    'runs-per-minute': { default: 20, description: 'discoveries requested' },
    seed: { default: 1, description: 'seed of all random choices' },
  },
);
/** Share of the time, at its start, in which processes are killed too; later only connections and servers are broken. */
const killing = 0.15;
const sampleEveryMs = 5_000;
const samplesPerLine = 12;
/** Samples between two heap snapshots, each of which pauses a process for a second or two. */
const samplesPerHeapSnapshot = 48;
const drainMs = 300_000;
const windowMs = 60_000;
const faultsThatSpareProcesses = faults.flatMap(({ name, endsProcess }) => (endsProcess ? [] : [name]));

const seed = option('seed');
const snapshots = await mkdtemp(join(tmpdir(), 'warren-heap-'));
const runner = await startScenarioRunner(
  seed,
  resolve(import.meta.dirname, '../../../samples/brindlewick.ndjson'),
  {
    NODE_OPTIONS: withSnapshots(snapshots),
  },
);
const over = new AbortController();
try {
  const sampling = sampleUntil(runner.system, over.signal);
  const result = await runner.run(schedules(), drainMs);
  over.abort();
  const lifetimes = longestLifetimes(await sampling);
  const problems = problemsIn(await runner.system.logs());
  printLine(report(result));
  printResults(
    [
      'service',
      'processes',
      'longest min',
      'RSS MB',
      'MB/h',
      'alive MB',
      'MB/h',
      'descriptors',
      'per h',
      'handles per h',
    ],
    lifetimes.map(({ slot, processes: count, minutes, first, last, live, perHour }) => [
      slot,
      count,
      rounded(minutes),
      `${rounded(first.rssMb, 0)} → ${rounded(last.rssMb, 0)}`,
      rounded(perHour.rssMb),
      live === undefined ? '–' : `${rounded(live.firstMb)} → ${rounded(live.lastMb)}`,
      rounded(perHour.liveMb),
      `${first.fds} → ${last.fds}`,
      rounded(perHour.fds),
      rounded(perHour.handles),
    ]),
    {
      what: 'soak',
      seed,
      minutes: option('minutes'),
      isWhole: isWhole(result),
      problems: problems.length,
      lifetimes,
    },
  );
  printLine(`warnings of Node and uncaught errors in the logs: ${problems.length} (aim 0)`);
  for (const line of problems.slice(0, 20)) {
    printLine(`  ${line}`);
  }
  process.exitCode = isWhole(result) && problems.length === 0 ? 0 : 1;
} finally {
  over.abort();
  await runner.stop();
  await rm(snapshots, { recursive: true });
}
process.exit();

/** One schedule a minute, so that faults of every kind recur. */
function schedules(): Schedule[] {
  const count = Math.ceil((option('minutes') * 60_000) / windowMs);
  return Array.from({ length: count }, (_, window) =>
    makeSchedule({
      seed: seed * 10_000 + window,
      runs: option('runs-per-minute'),
      lengthMs: windowMs,
      faults: window < count * killing ? faults.map(({ name }) => name) : faultsThatSpareProcesses,
    }),
  );
}

/** One line of progress: the memory and descriptors of each service. */
function lineOf(samples: readonly Sample[]): string {
  const each = samples.map(({ slot, rssMb, fds }) => `${slot} ${rounded(rssMb, 0)} MB, ${fds} descriptors`);
  return `${new Date().toISOString()}: ${each.join('; ')}`;
}

/** Samples every service each five seconds until the signal fires. */
async function sampleUntil(system: ChaosSystem, until: AbortSignal): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let round = 1; !until.aborted; round += 1) {
    for (const slot of slots) {
      const { pid } = system.services[slot];
      const found = await footprintOf(pid, system.urls[slot]);
      const liveMb = round % samplesPerHeapSnapshot === 0 ? await liveHeapOf(pid, snapshots) : undefined;
      if (found !== undefined) {
        samples.push({ ...found, slot, pid, atMs: Date.now(), liveMb });
      }
    }
    if (round % samplesPerLine === 0) {
      printLine(lineOf(samples.slice(-slots.length)));
    }
    await delay(sampleEveryMs, undefined, { signal: until }).catch(() => undefined);
  }
  return samples;
}
