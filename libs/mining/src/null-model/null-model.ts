import { carriersOf, countOf, kindRange } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { fitConfigurationModel } from './configuration-model.ts';

/** Version of the null model; changes whenever the same membership could get other expected counts. */
export const nullModelVersion = 'bicm-1';

/**
 * The null model of one kind of facet: it depends on members' numbers of facets and facets' numbers of carriers alone.
 */
export interface KindFit {
  readonly kind: string;
  /** The kind's facets are the indices from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Length members: number of facets of the kind that each member carries. */
  readonly degrees: Uint32Array;
  /** The distinct degrees, ascending, with zero where some member lists none. */
  readonly levels: Uint32Array;
  /** Length members: index in `levels` of each member's degree. */
  readonly levelOf: Uint32Array;
  /** Number of members with at least one facet of the kind. */
  readonly active: number;
  readonly iterations: number;
  readonly error: number;
  /** The chance that a member of a level carries a facet. */
  chance(level: number, facet: number): number;
}

/** Classes of members that the null model of some kinds cannot tell apart: they list equally many facets of each. */
export interface MemberClasses {
  readonly kinds: readonly string[];
  /** Length members: class of each member. */
  readonly classOf: Uint32Array;
  /** Length classes: number of members of each class. */
  readonly counts: Uint32Array;
  /** Chance of a facet of one of the kinds, for each class. */
  chances(facet: number): Float64Array;
  /** Level, in one of the kinds, of each class. */
  levelsOf(kind: string): Uint32Array;
}

/** The null models of a membership, one for each kind, fitted on first use. */
export interface NullModel {
  fit(kind: string): KindFit;
  classes(kinds: readonly string[]): MemberClasses;
}

const models = new WeakMap<Membership, NullModel>();

/** The null model of a membership, cached as long as the membership lives. */
export function nullModelOf(membership: Membership): NullModel {
  let model = models.get(membership);
  if (!model) {
    model = createModel(membership);
    models.set(membership, model);
  }
  return model;
}

function createModel(membership: Membership): NullModel {
  const fits = new Map<string, KindFit>();
  const partitions = new Map<string, MemberClasses>();
  const fit = (kind: string) => cached(fits, kind, () => fitKind(membership, kind));
  const classes = (kinds: readonly string[]) => {
    const sorted = [...new Set(kinds)].sort();
    return cached(partitions, sorted.join(), () => partition(sorted.map(fit), membership.ids.length));
  };
  return { fit, classes };
}

/** The cached value of a key, computed on first use. */
export function cached<K, T>(cache: Map<K, T>, key: K, compute: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const computed = compute();
  cache.set(key, computed);
  return computed;
}

function fitKind(membership: Membership, kind: string): KindFit {
  const [from, to] = kindRange(membership, kind);
  const degrees = new Uint32Array(membership.ids.length);
  for (let facet = from; facet < to; facet++) {
    for (const member of carriersOf(membership, facet)) {
      degrees[member] = (degrees[member] ?? 0) + 1;
    }
  }
  const byMember = distinct(degrees);
  const byFacet = distinct(
    Uint32Array.from({ length: to - from }, (_, at) => countOf(membership, from + at)),
  );
  // A member with no facet of the kind has no chance of one whatever the others list, so it takes no part in the fit.
  const empty = byMember.levels[0] === 0 ? 1 : 0;
  const rows = {
    degrees: Float64Array.from(byMember.levels.subarray(empty)),
    counts: Float64Array.from(byMember.counts.subarray(empty)),
  };
  const columns = { degrees: Float64Array.from(byFacet.levels), counts: Float64Array.from(byFacet.counts) };
  const { chances, iterations, error } = fitConfigurationModel(kind, rows, columns);
  const width = columns.degrees.length;
  return {
    kind,
    from,
    to,
    degrees,
    levels: byMember.levels,
    levelOf: byMember.levelOf,
    active: rows.counts.reduce((sum, count) => sum + count, 0),
    iterations,
    error,
    chance: (level, facet) =>
      level < empty ? 0 : (chances[(level - empty) * width + (byFacet.levelOf[facet - from] ?? 0)] ?? 0),
  };
}

/** The different values, ascending; how often each occurs; and which of them each value is. */
function distinct(values: Uint32Array) {
  const { values: levelValues, placeOf } = placesOf(values);
  const levels = Uint32Array.from(levelValues);
  const levelOf = values.map(placeOf);
  const counts = new Uint32Array(levels.length);
  for (const level of levelOf) {
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return { levels, counts, levelOf };
}

/** Whole numbers up to this one are looked up in an array, which takes a tenth of the time that a map does. */
const largestInArray = 4_000_000;

/** The place of each of some whole numbers among their different values, which are ascending in `values`. */
function placesOf(numbers: Uint32Array | Float64Array) {
  let largest = 0;
  for (const number of numbers) {
    largest = Math.max(largest, number);
  }
  if (largest > largestInArray) {
    const values = Float64Array.from(new Set(numbers)).sort();
    const places = new Map(Array.from(values, (number, at) => [number, at]));
    return { values, placeOf: (number: number) => places.get(number) ?? 0 };
  }
  const places = new Uint32Array(largest + 1);
  for (const number of numbers) {
    places[number] = 1;
  }
  const found: number[] = [];
  for (const [number, occurs] of places.entries()) {
    if (occurs === 1) {
      places[number] = found.push(number) - 1;
    }
  }
  return { values: Float64Array.from(found), placeOf: (number: number) => places[number] ?? 0 };
}

/** Classes of members with the same levels in all of some kinds, in the order of their levels. */
function partition(fits: readonly KindFit[], size: number): MemberClasses {
  const codeOf = new Float64Array(size);
  for (const {
    levels: { length },
    levelOf,
  } of fits) {
    for (let member = 0; member < size; member++) {
      codeOf[member] = (codeOf[member] ?? 0) * length + (levelOf[member] ?? 0);
    }
  }
  const { values: codes, placeOf } = placesOf(codeOf);
  const classOf = Uint32Array.from(codeOf, placeOf);
  const counts = new Uint32Array(codes.length);
  for (const c of classOf) {
    counts[c] = (counts[c] ?? 0) + 1;
  }

  const levels = new Map<string, Uint32Array>();
  let rest = codes.slice();
  for (const fit of [...fits].reverse()) {
    levels.set(
      fit.kind,
      Uint32Array.from(rest, (code) => code % fit.levels.length),
    );
    rest = rest.map((code) => Math.floor(code / fit.levels.length));
  }
  const columns = new Map<number, Float64Array>();
  const chances = (facet: number) => {
    let column = columns.get(facet);
    if (!column) {
      const fit = fits.find(({ from, to }) => facet >= from && facet < to);
      if (!fit) {
        throw new RangeError(`facet ${facet} is of none of the kinds ${fits.map(({ kind }) => kind).join()}`);
      }
      column = Float64Array.from(levels.get(fit.kind) ?? [], (level) => fit.chance(level, facet));
      columns.set(facet, column);
    }
    return column;
  };
  return {
    kinds: fits.map(({ kind }) => kind),
    classOf,
    counts,
    chances,
    levelsOf: (kind) => levels.get(kind) ?? new Uint32Array(0),
  };
}
