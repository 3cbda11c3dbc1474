import type { MemberClasses } from './null-model.ts';

/** A clause over facet indices. */
export interface IndexClause {
  readonly atLeast: number;
  readonly facets: readonly number[];
}

/** Most joint states of clauses; a rule with more would be unreadable and is not worth an exact answer. */
const mostStates = 4096;

/** Chance, for each class, that a member carries at least k of some facets, which are independent. */
export function chanceOfAtLeast(classes: MemberClasses, facets: readonly number[], k: number): Float64Array {
  const columns = facets.map((facet) => classes.chances(facet));
  if (k === facets.length) {
    return productOf(columns, classes.counts.length);
  }
  const reached = new Float64Array(k + 1);
  return Float64Array.from(classes.counts, (_, c) => {
    reached.fill(0).fill(1, 0, 1);
    for (const column of columns) {
      const chance = column[c] ?? 0;
      reached[k] = (reached[k] ?? 0) + (reached[k - 1] ?? 0) * chance;
      for (let j = k - 1; j > 0; j--) {
        reached[j] = (reached[j] ?? 0) * (1 - chance) + (reached[j - 1] ?? 0) * chance;
      }
      reached[0] = (reached[0] ?? 0) * (1 - chance);
    }
    return reached[k] ?? 0;
  });
}

/** The result of `chanceOfAtLeast` for every k from 1 to the number of facets at once, by k. */
export function chancesOfEach(classes: MemberClasses, facets: readonly number[]): Float64Array[] {
  const columns = facets.map((facet) => classes.chances(facet));
  const size = facets.length;
  const result = Array.from({ length: size + 1 }, () => new Float64Array(classes.counts.length));
  const carried = new Float64Array(size + 1);
  for (let c = 0; c < classes.counts.length; c++) {
    carried.fill(0).fill(1, 0, 1);
    for (let f = 0; f < size; f++) {
      const chance = columns[f]?.[c] ?? 0;
      for (let j = f + 1; j > 0; j--) {
        carried[j] = (carried[j] ?? 0) * (1 - chance) + (carried[j - 1] ?? 0) * chance;
      }
      carried[0] = (carried[0] ?? 0) * (1 - chance);
    }
    let tail = 0;
    for (let k = size; k >= 0; k--) {
      tail += carried[k] ?? 0;
      const row = result[k];
      if (row) {
        row[c] = tail;
      }
    }
  }
  return result;
}

/**
 * Chance, for each class, that every clause holds. Clauses without a common facet are independent under the null model;
 * else the joint distribution of their counts is computed facet by facet. Undefined where that has too many states.
 */
export function chanceOfClauses(
  classes: MemberClasses,
  clauses: readonly IndexClause[],
): Float64Array | undefined {
  const all = clauses.flatMap(({ facets }) => facets);
  const facets = [...new Set(all)];
  if (facets.length === all.length) {
    const parts = clauses.map((clause) => chanceOfAtLeast(classes, clause.facets, clause.atLeast));
    return productOf(parts, classes.counts.length);
  }
  const strides: number[] = [];
  let states = 1;
  for (const { atLeast } of clauses) {
    strides.push(states);
    states *= atLeast + 1;
  }
  if (states > mostStates) {
    return undefined;
  }
  const moves = facets.map((facet) =>
    Uint32Array.from({ length: states }, (_, state) => {
      let next = state;
      clauses.forEach((clause, at) => {
        const stride = strides[at] ?? 1;
        const count = Math.floor(state / stride) % (clause.atLeast + 1);
        if (clause.facets.includes(facet) && count < clause.atLeast) {
          next += stride;
        }
      });
      return next;
    }),
  );
  const columns = facets.map((facet) => classes.chances(facet));
  return Float64Array.from(classes.counts, (_, c) => {
    let masses = new Float64Array(states);
    masses[0] = 1;
    facets.forEach((_facet, f) => {
      const chance = columns[f]?.[c] ?? 0;
      const after = new Float64Array(states);
      for (let state = 0; state < states; state++) {
        const mass = masses[state] ?? 0;
        const next = moves[f]?.[state] ?? state;
        after[state] = (after[state] ?? 0) + mass * (1 - chance);
        after[next] = (after[next] ?? 0) + mass * chance;
      }
      masses = after;
    });
    return masses[states - 1] ?? 0;
  });
}

function productOf(columns: readonly Float64Array[], length: number): Float64Array {
  const product = new Float64Array(length).fill(1);
  for (const column of columns) {
    for (let c = 0; c < length; c++) {
      product[c] = (product[c] ?? 0) * (column[c] ?? 0);
    }
  }
  return product;
}
