import { describe, expect, it } from '@jest/globals';
import { maximumAssigned, smallestLoad } from '../../test/assignment-by-highs.ts';
import { createRandom, sample } from '../../test/random.ts';
import { semiMatching } from './semi-matching.ts';
import type { HubNetwork } from './semi-matching.ts';

function networkOf(
  hubs: readonly (readonly number[])[],
  units: readonly (readonly number[])[],
  loads: readonly number[],
): HubNetwork {
  const starts = (lists: readonly (readonly number[])[]) => {
    let end = 0;
    return Uint32Array.from([0, ...lists.map((list) => (end += list.length))]);
  };
  return {
    unitStarts: starts(units),
    unitHubs: Uint32Array.from(units.flat()),
    hubStarts: starts(hubs),
    hubTakers: Uint32Array.from(hubs.flat()),
    loads: Uint32Array.from(loads),
  };
}

/** Loads that follow from who was handed over where. */
function loadsOf({ hubTakers, loads }: HubNetwork, flows: Uint32Array): number[] {
  const found = [...loads];
  hubTakers.forEach((taker, link) => (found[taker] = (found[taker] ?? 0) + (flows[link] ?? 0)));
  return found;
}

describe('semiMatching', () => {
  it('hands units over along paths that move earlier ones', () => {
    // unit 0 may go to either taker, unit 1 to the first alone
    const network = networkOf([[0, 1], [0]], [[0], [1]], [0, 0]);
    const { hubOf, loads } = semiMatching(network);
    expect([[...hubOf], [...loads]]).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('moves a unit to another of its hubs', () => {
    const network = networkOf([[0], [1]], [[0, 1], [0]], [0, 0]);
    expect([...semiMatching(network).hubOf]).toEqual([1, 0]);
  });

  it('leaves out only units that have no taker, and counts what takers have already', () => {
    const network = networkOf([[0, 1], []], [[0], [1], [0], [0]], [2, 0]);
    const { hubOf, loads } = semiMatching(network);
    expect([[...hubOf], [...loads]]).toEqual([
      [0, -1, 0, 0],
      [3, 2],
    ]);
  });

  it('is as even as an independent solver finds possible, at every level', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const upTo = (most: number) => Math.floor(random() * (most + 1));
      const takers = 2 + upTo(10);
      const hubs = Array.from({ length: 1 + upTo(7) }, () => sample(random, takers, 1 + upTo(takers - 1)));
      const units = Array.from({ length: 1 + upTo(24) }, () =>
        sample(random, hubs.length, 1 + upTo(Math.min(2, hubs.length - 1))),
      );
      const before = Array.from({ length: takers }, () => (random() < 0.3 ? upTo(3) : 0));
      const network = networkOf(hubs, units, before);
      const { hubOf, flows, loads } = semiMatching(network);
      expect(loadsOf(network, flows)).toEqual([...loads]);
      const perHub = hubs.map((_, hub) => hubOf.filter((chosen) => chosen === hub).length);
      const sent = hubs.map((_, hub) =>
        flows
          .subarray(network.hubStarts[hub], network.hubStarts[hub + 1])
          .reduce((sum, flow) => sum + flow, 0),
      );
      expect([seed, sent]).toEqual([seed, perHub]);
      units.forEach((of, unit) => expect(of).toContain(hubOf[unit]));
      const choices = units.map((of) => [...new Set(of.flatMap((hub) => hubs[hub] ?? []))]);
      const most = Math.max(...loads);
      expect([seed, most]).toEqual([seed, Math.max(...before, await smallestLoad(choices, before))]);
      for (let level = 1; level <= most; level++) {
        const within = loads.reduce(
          (sum, load, taker) =>
            sum + Math.max(0, Math.min(load, level) - Math.min(before[taker] ?? 0, level)),
          0,
        );
        expect([seed, level, within]).toEqual([seed, level, await maximumAssigned(choices, before, level)]);
      }
    }
  });

  it('is as even as can be where one taker is the only one of many, far above the levels filled one by one', () => {
    const network = networkOf(
      [[0], [0, 1, 2]],
      Array.from({ length: 5300 }, (_, unit) => [unit < 5000 ? 0 : 1]),
      [0, 0, 0],
    );
    const [only = 0, ...others] = semiMatching(network).loads;
    expect(only).toBe(5000);
    expect(Math.max(...others)).toBeLessThanOrEqual(2 * 150);
    expect(Math.min(...others)).toBeGreaterThanOrEqual(150 / 2);
  });
});
