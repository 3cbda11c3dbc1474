import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { turnsOfScript } from '@warren/perf/load/runs/discovery-script';
import { startDiscoverySystem } from '@warren/perf/load/runs/discovery-system';
import type { DiscoverySystem, MeasuredDiscovery } from '@warren/perf/load/runs/discovery-system';
import { breakpointsOf } from '@warren/perf/load/runs/prompt-cache';

const bytesOf = ({ requests }: MeasuredDiscovery): number =>
  requests.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

describe('the requests of a discovery to the model', () => {
  let discovery: DiscoverySystem;
  let few: MeasuredDiscovery;
  let many: MeasuredDiscovery;

  beforeAll(async () => {
    // As many as either of the two communities has more of.
    discovery = await startDiscoverySystem({ MAX_OPENING_CHARACTERS: '10000' });
    await discovery.growTo(80);
    few = await discovery.discover(false);
    await discovery.growTo(2_000);
    many = await discovery.discover(false);
  }, 120_000);

  afterAll(async () => discovery.stop());

  it('hardly grow from 80 to 2,000 members', () => {
    for (const { run, requests } of [few, many]) {
      expect(run.status).toBe('succeeded');
      expect(requests).toHaveLength(turnsOfScript);
      expect(run.patterns.length + run.rejected.length).toBe(8);
    }
    expect(bytesOf(many)).toBeLessThan(1.3 * bytesOf(few));
  });

  it('each begin with the bytes of the one before, and set at most three cache breakpoints', () => {
    for (const { requests } of [few, many]) {
      for (const [at, { text }] of requests.slice(1).entries()) {
        const before = requests[at]?.text ?? '';
        const messages = before.slice(0, before.lastIndexOf(']'));
        expect(messages.length).toBeGreaterThan(10_000);
        expect(text.startsWith(messages)).toBe(true);
      }
      // The instructions, the analysis and the end.
      const places = requests.map(breakpointsOf);
      expect(places).toEqual([2, 2, ...Array.from({ length: turnsOfScript - 2 }, () => 3)]);
    }
  });
});
