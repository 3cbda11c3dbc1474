import { fitConfigurationModel } from './configuration-model.ts';
import { carriersOf, countOf, kindRange } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

/** Changes whenever the same membership could get other expected counts. */
export const NULL_MODEL_VERSION = 'bicm-1';

/** The null model of one facet kind: what each member lists of it, and how common each facet is, and nothing else. */
export interface KindFit {
  readonly kind: string;
  /** The kind's facets are the indices from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** How many facets of the kind each member carries. */
  readonly degrees: Uint32Array;
  /** The distinct degrees, ascending, zero among them where somebody lists none. */
  readonly levels: Uint32Array;
  readonly levelOf: Uint32Array;
  /** Members with at least one facet of the kind. */
  readonly active: number;
  readonly iterations: number;
  readonly error: number;
  /** The chance that a member of a level carries a facet. */
  chance(level: number, facet: number): number;
}

/** Members that the null model of some kinds cannot tell apart, because they list equally much of each. */
export interface MemberClasses {
  readonly kinds: readonly string[];
  readonly classOf: Uint32Array;
  readonly counts: Uint32Array;
  /** The chance of a facet of one of the kinds, class by class. */
  chances(facet: number): Float64Array;
  /** The level, in one of the kinds, of each class. */
  levelsOf(kind: string): Uint32Array;
}

/** The null models of a membership, one a kind, fitted when first asked for. */
export interface NullModel {
  fit(kind: string): KindFit;
  classes(kinds: readonly string[]): MemberClasses;
}

const models = new WeakMap<Membership, NullModel>();

/** The null model of a membership; kept as long as the membership is. */
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
  const fit = (kind: string) => remembered(fits, kind, () => fitKind(membership, kind));
  const classes = (kinds: readonly string[]) => {
    const sorted = [...new Set(kinds)].sort();
    return remembered(partitions, sorted.join(), () => partition(sorted.map(fit), membership.ids.length));
  };
  return { fit, classes };
}

/** What is known by a key; made, and kept, where nothing is. */
export function remembered<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function fitKind(membership: Membership, kind: string): KindFit {
  const [from, to] = kindRange(membership, kind);
  const degrees = new Uint32Array(membership.ids.length);
  for (let facet = from; facet < to; facet++) {
    for (const member of carriersOf(membership, facet)) degrees[member] = (degrees[member] ?? 0) + 1;
  }
  const byMember = distinct(degrees);
  const byFacet = distinct(
    Uint32Array.from({ length: to - from }, (_, at) => countOf(membership, from + at)),
  );
  // A member with nothing of the kind has no chance of it whatever the others list, so is no part of the fit.
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

function distinct(values: Uint32Array) {
  const counted = new Map<number, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  const levels = Uint32Array.from(counted.keys()).sort();
  const place = new Map(Array.from(levels, (level, at) => [level, at]));
  return {
    levels,
    counts: levels.map((level) => counted.get(level) ?? 0),
    levelOf: values.map((value) => place.get(value) ?? 0),
  };
}

/** Classes of members with the same levels in all of some kinds, in the order of their levels. */
function partition(fits: readonly KindFit[], size: number): MemberClasses {
  const codeOf = new Float64Array(size);
  for (const fit of fits) {
    for (let member = 0; member < size; member++) {
      codeOf[member] = (codeOf[member] ?? 0) * fit.levels.length + (fit.levelOf[member] ?? 0);
    }
  }
  const codes = Float64Array.from(new Set(codeOf)).sort();
  const place = new Map(Array.from(codes, (code, at) => [code, at]));
  const classOf = Uint32Array.from(codeOf, (code) => place.get(code) ?? 0);
  const counts = new Uint32Array(codes.length);
  for (const found of classOf) counts[found] = (counts[found] ?? 0) + 1;

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
      if (!fit)
        throw new RangeError(`facet ${facet} is of none of the kinds ${fits.map(({ kind }) => kind).join()}`);
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
