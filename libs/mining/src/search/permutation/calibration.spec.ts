import { describe, expect, it } from '@jest/globals';
import { createTestFamily } from '../../context/test-family.ts';
import { buildMembership } from '../../membership/membership.ts';
import { nullModelOf } from '../../null-model/null-model.ts';
import type { Finding } from '../../significance/finding.ts';
import { falsePositivesByShuffles } from './calibration.ts';

describe('falsePositivesByShuffles', () => {
  const names = ['a', 'b', 'c', 'd'];
  const membership = buildMembership(
    Array.from({ length: 12 }, (_, id) => ({
      id,
      facets: names.filter((_name, at) => (id >> (at % 3)) % 2 === 0).map((name) => `skill:${name}`),
    })),
  );
  const model = nullModelOf(membership);
  const family = createTestFamily(membership, model, { kinds: ['skill'], largest: 4 }, 3, undefined)!;
  const finding = (p: number, facets = [0, 1]): Finding => ({
    ...{ family, facets, k: 2, observed: 5, expected: 1, p },
    tested: 1000,
  });
  const context = { membership, testFamilies: [family], familyCount: 3, q: 0.05 };

  it('counts the separate findings of shuffles that are as strong, plus one and a standard error', () => {
    let shuffle = 0;
    const search = () => {
      shuffle++;
      // In every fourth shuffle one finding in two variants, in every eighth another beside it.
      const variants = shuffle % 4 === 0 ? [finding(0.002), finding(0.001, [1, 2])] : [];
      return shuffle % 8 === 0 ? [...variants, finding(0.003, [0, 3])] : variants;
    };
    const findings = [finding(0.0009)];
    const chance = falsePositivesByShuffles(context, findings, search);
    expect(shuffle).toBe(200);
    expect(chance(finding(0.0009))).toBeCloseTo(1 / 201, 12);
    expect(chance(finding(0.001))).toBeCloseTo((1 + 50 + Math.sqrt(50)) / 201, 12);
    expect(chance(finding(0.003))).toBeCloseTo((1 + 75 + Math.sqrt(75)) / 201, 12);
  });

  it('never exceeds the number from counting all rules that could have been tested', () => {
    const search = () => [finding(1e-8)];
    const findings = [finding(1e-9)];
    const chance = falsePositivesByShuffles(context, findings, search);
    expect(chance(finding(1e-9))).toBeCloseTo(1e-9 * 1000 * context.familyCount, 15);
    expect(chance(finding(0.5))).toBeCloseTo((1 + 200 + Math.sqrt(200)) / 201, 12);
  });

  it('stops shuffling once no finding can be beyond chance, and does not start without findings', () => {
    let shuffle = 0;
    const search = () => {
      shuffle++;
      return [finding(0.01)];
    };
    const findings = [finding(0.02), finding(0.03, [1, 2])];
    const chance = falsePositivesByShuffles(context, findings, search);
    expect(shuffle).toBe(20);
    expect(chance(finding(0.02))).toBeCloseTo((1 + 20 + Math.sqrt(20)) / 21, 12);
    falsePositivesByShuffles(context, [], search);
    expect(shuffle).toBe(20);
  });
});
