import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { footprintOf } from '../../measure/footprint.ts';
import { liveHeapOf, withSnapshots } from '../../measure/live-heap.ts';
import { readOptions } from '../../measure/options.ts';
import { rounded, say, tell } from '../../measure/print-results.ts';
import { faults } from '../faults.ts';
import { type Look, longestLives, troublesIn } from './process-lifetimes.ts';
import { startScenarioRunner } from '../scenario-runner.ts';
import { isWhole, report } from '../report.ts';
import { type Schedule, makeSchedule } from '../schedule.ts';
import { type ChaosSystem, slots } from '../system.ts';

const option = readOptions(
  'Breaks a system for a long time, mostly so that its processes live on, and watches what each of them takes.',
  {
    minutes: { usual: 30, means: 'how long, beside the time that it takes to come to rest' },
    'runs-per-minute': { usual: 20, means: 'runs that are asked for' },
    seed: { usual: 1, means: 'draws everything' },
  },
);
/** In the first part of the time processes are killed too; in the rest, only what is between and below them. */
const killing = 0.15;
const lookEveryMs = 5_000;
const looksInALine = 12;
/** How many looks lie between two that ask what is alive, for which a process stands still for a second or two. */
const looksToLive = 48;
const drainMs = 300_000;
const windowMs = 60_000;
const spared = faults.flatMap(({ name, endsProcess }) => (endsProcess ? [] : [name]));

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
  const looking = look(runner.system, over.signal);
  const played = await runner.play(schedules(), drainMs);
  over.abort();
  const lives = longestLives(await looking);
  const troubles = troublesIn(await runner.system.logs());
  say(report(played));
  tell(
    [
      'service',
      'lives',
      'longest min',
      'RSS MB',
      'MB/h',
      'alive MB',
      'MB/h',
      'descriptors',
      'per h',
      'handles per h',
    ],
    lives.map(({ slot, lives: count, minutes, first, last, live, perHour }) => [
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
      isWhole: isWhole(played),
      troubles: troubles.length,
      lives,
    },
  );
  say(`warnings of Node, and errors that nobody caught, in the logs: ${troubles.length} (aim 0)`);
  for (const line of troubles.slice(0, 20)) say(`  ${line}`);
  process.exitCode = isWhole(played) && troubles.length === 0 ? 0 : 1;
} finally {
  over.abort();
  await runner.stop();
  await rm(snapshots, { recursive: true });
}
process.exit();

/** A schedule for each minute, so that faults of every kind come again and again. */
function schedules(): Schedule[] {
  const count = Math.ceil((option('minutes') * 60_000) / windowMs);
  return Array.from({ length: count }, (_, window) =>
    makeSchedule({
      seed: seed * 10_000 + window,
      runs: option('runs-per-minute'),
      lengthMs: windowMs,
      faults: window < count * killing ? faults.map(({ name }) => name) : spared,
    }),
  );
}

/** What each service takes at the moment: that it goes on. */
function lineOf(looks: readonly Look[]): string {
  const each = looks.map(({ slot, rssMb, fds }) => `${slot} ${rounded(rssMb, 0)} MB, ${fds} descriptors`);
  return `${new Date().toISOString()}: ${each.join('; ')}`;
}

/** Looks at every service each five seconds until the signal fires. */
async function look(system: ChaosSystem, until: AbortSignal): Promise<Look[]> {
  const looks: Look[] = [];
  for (let round = 1; !until.aborted; round += 1) {
    for (const slot of slots) {
      const { pid } = system.services[slot];
      const found = await footprintOf(pid, system.urls[slot]);
      const liveMb = round % looksToLive === 0 ? await liveHeapOf(pid, snapshots) : undefined;
      if (found !== undefined) looks.push({ ...found, slot, pid, atMs: Date.now(), liveMb });
    }
    if (round % looksInALine === 0) say(lineOf(looks.slice(-slots.length)));
    await delay(lookEveryMs, undefined, { signal: until }).catch(() => undefined);
  }
  return looks;
}
