import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { report } from '@warren/perf/chaos/report';
import { fullSchedule, startScenarioRunner } from '@warren/perf/chaos/scenario-runner';
import type { ScenarioRunner } from '@warren/perf/chaos/scenario-runner';

const members = resolve(import.meta.dirname, '../../samples/brindlewick.ndjson');
/** Fixed, so that a run fails by what was changed; `npm run chaos` draws fresh ones. */
const scenarios = [
  { seed: 7, runs: 7 },
  { seed: 41, runs: 6 },
];

describe('a system under random faults of two seeds', () => {
  let runner: ScenarioRunner;

  beforeAll(async () => {
    runner = await startScenarioRunner(7, members);
  }, 120_000);

  afterAll(async () => runner.stop(), 60_000);

  it('keeps every promise', async () => {
    const schedules = scenarios.map(({ seed, runs }) => fullSchedule(seed, runs, runs * 1_500));
    const result = await runner.run(schedules, 120_000);
    const message = report(result);
    expect({ left: result.left, message }).toEqual({ left: [], message });
    const broken = result.findings.filter((finding) => finding.broken.length > 0);
    expect({ broken, message }).toEqual({ broken: [], message });
    expect(result.history.accepted.length).toBeGreaterThan(0);
  }, 300_000);
});
