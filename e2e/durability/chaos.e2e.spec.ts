import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '@warren/perf/chaos/report';
import { fullSchedule, startScenarioRunner } from '@warren/perf/chaos/scenario-runner';
import type { ScenarioRunner } from '@warren/perf/chaos/scenario-runner';

const members = resolve(import.meta.dirname, '../../samples/brindlewick.ndjson');
const fresh = Date.now() % 1_000_000;
const scenarios = [
  { seed: 7, runs: 7 },
  { seed: 41, runs: 7 },
  { seed: fresh, runs: 6 },
];

describe('a system under random faults, with two fixed seeds and a fresh one', () => {
  let runner: ScenarioRunner;

  beforeAll(async () => {
    runner = await startScenarioRunner(fresh, members);
  }, 120_000);

  afterAll(async () => runner.stop(), 60_000);

  it('keeps every promise', async () => {
    const schedules = scenarios.map(({ seed, runs }) => fullSchedule(seed, runs, runs * 1_500));
    const result = await runner.run(schedules, 120_000);
    // The message is the whole report, since a fresh seed may find something new.
    const message = `fresh seed ${fresh}\n${report(result)}`;
    expect({ left: result.left, message }).toEqual({ left: [], message });
    const broken = result.findings.filter((finding) => finding.broken.length > 0);
    expect({ broken, message }).toEqual({ broken: [], message });
    expect(result.history.accepted.length).toBeGreaterThan(0);
  }, 300_000);
});
