import type { KindFit } from './null-model.ts';

/**
 * The null model conditional on each member's number of facets: of all facets of a kind a member of degree k carries
 * exactly k. Given that, the fitted model draws facets with weights y (conditional Bernoulli sampling; Chen, Dempster &
 * Liu 1994), and the chance of a combination of some facets depends on how many are left for all others.
 */
export interface ProfileChances {
  /** Chances for members of one level, length 2^facets: element m is that of the combination with bit f for facet f. */
  of(level: number, facets: readonly number[]): Float64Array;
}

/** Largest degree that is conditioned on; of more facets a few more or fewer make no difference. */
const mostHeld = 100;

/** Creates the conditional chances of one kind. */
export function createProfileChances(fit: KindFit): ProfileChances {
  const totals = new Map<number, Float64Array>();
  const totalOf = (level: number) => {
    let total = totals.get(level);
    if (!total) {
      total = new Float64Array((fit.levels[level] ?? 0) + 1);
      total[0] = 1;
      for (let facet = fit.from; facet < fit.to; facet++) {
        include(total, fit.chance(level, facet));
      }
      totals.set(level, total);
    }
    return total;
  };
  return {
    of(level, facets) {
      const own = facets.map((facet) => fit.chance(level, facet));
      const degree = fit.levels[level] ?? 0;
      // Taking a facet out of a distribution is stable only while it is the less likely of its two states; a member who
      // lists more than half of all facets keeps the chances of the plain model.
      const held = degree > 0 && degree <= mostHeld && own.every((chance) => chance <= 0.5);
      const others = held ? totalOf(level).slice() : undefined;
      if (others) {
        for (const chance of own) {
          exclude(others, chance);
        }
      }
      const chances = new Float64Array(1 << facets.length);
      let sum = 0;
      for (let mask = 0; mask < chances.length; mask++) {
        let chance = 1;
        let carried = 0;
        for (let at = 0; at < own.length; at++) {
          const one = own[at] ?? 0;
          const has = (mask & (1 << at)) !== 0;
          if (has) {
            carried++;
          }
          chance *= has ? one : 1 - one;
        }
        if (others) {
          chance *= carried > degree ? 0 : Math.max(0, others[degree - carried] ?? 0);
        }
        chances[mask] = chance;
        sum += chance;
      }
      return chances.map((chance) => chance / sum);
    },
  };
}

function include(masses: Float64Array, chance: number): void {
  for (let j = masses.length - 1; j > 0; j--) {
    masses[j] = (masses[j] ?? 0) * (1 - chance) + (masses[j - 1] ?? 0) * chance;
  }
  masses[0] = (masses[0] ?? 0) * (1 - chance);
}

function exclude(masses: Float64Array, chance: number): void {
  let before = 0;
  for (let j = 0; j < masses.length; j++) {
    before = ((masses[j] ?? 0) - chance * before) / (1 - chance);
    masses[j] = before;
  }
}
