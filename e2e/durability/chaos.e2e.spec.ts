import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { fullSchedule, startScenarioRunner } from '@warren/perf/chaos/scenario-runner';
import type { ScenarioRunner } from '@warren/perf/chaos/scenario-runner';
import { report } from '@warren/perf/chaos/report';

const members = resolve(import.meta.dirname, '../../samples/brindlewick.ndjson');
const fresh = Date.now() % 1_000_000;
const plays = [
  { seed: 7, runs: 7 },
  { seed: 41, runs: 7 },
  { seed: fresh, runs: 6 },
];

describe('a system that is broken at random, twice as always and once as never before', () => {
  let runner: ScenarioRunner;

  beforeAll(async () => {
    runner = await startScenarioRunner(fresh, members);
  }, 120_000);

  afterAll(async () => runner.stop(), 60_000);

  it('keeps every promise', async () => {
    const schedules = plays.map(({ seed, runs }) => fullSchedule(seed, runs, runs * 1_500));
    const played = await runner.play(schedules, 120_000);
    // The whole report is the message, since a fresh seed may find what none has found before.
    const told = `fresh seed ${fresh}\n${report(played)}`;
    expect({ left: played.left, told }).toEqual({ left: [], told });
    const broken = played.findings.filter((finding) => finding.broken.length > 0);
    expect({ broken, told }).toEqual({ broken: [], told });
    expect(played.history.accepted.length).toBeGreaterThan(0);
  }, 300_000);
});
