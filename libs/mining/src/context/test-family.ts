import { FacetKind } from '@warren/contracts';
import { carriersOf, countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { KindFit, MemberClasses, NullModel } from '../null-model/null-model.ts';

/** The largest group a rule names: more than eight facets nobody reads. */
export const LARGEST_GROUP = 8;
/** Carried by more than this share of those who list anything of its kind, a facet is no theme. */
const NEAR_UNIVERSAL = 0.6;

/** Within which kinds sets are looked for, and how large they may be. */
export interface Scope {
  readonly kinds: readonly [string] | readonly [string, string];
  readonly largest: number;
}

/** What is looked for in a kind: groups within it, groups with what it says of a person besides, or who meets a wish. */
const lookedFor: Record<FacetKind, 'groups' | 'besides' | 'wishes'> = {
  skill: 'groups',
  interest: 'groups',
  trait: 'besides',
  role: 'besides',
  location: 'besides',
  looking_for: 'wishes',
};
const besides = FacetKind.options.filter((kind) => lookedFor[kind] === 'besides').sort();

/** Where structure is looked for: skills, interests, the two together, and either with what else is known. */
export const SCOPES: readonly Scope[] = [
  { kinds: ['skill'], largest: LARGEST_GROUP },
  { kinds: ['interest'], largest: LARGEST_GROUP },
  { kinds: ['interest', 'skill'], largest: 4 },
  ...besides.flatMap((other): Scope[] => [
    { kinds: ['interest', other], largest: 3 },
    { kinds: ['skill', other].sort() as [string, string], largest: 3 },
  ]),
];

/** The testable facets of a scope and everything needed to test sets of them. */
export interface TestFamily {
  readonly kinds: readonly string[];
  /** Testable facets, ascending; of the first kind, then of the second. */
  readonly facets: readonly number[];
  /** How many of the testable facets are of each kind. */
  readonly perKind: readonly number[];
  readonly fits: readonly KindFit[];
  readonly classes: MemberClasses;
  /** The classes of each kind by itself. */
  readonly byKind: readonly MemberClasses[];
  readonly largest: number;
  /** Which facets a set must touch, where the analysis is focused. */
  readonly focus: ReadonlySet<number> | undefined;
}

/** How a membership is looked at in one scope; undefined where it has too few facets for a set. */
export function createTestFamily(
  membership: Membership,
  model: NullModel,
  scope: Scope,
  minMembers: number,
  focus: ReadonlySet<number> | undefined,
): TestFamily | undefined {
  const fits = scope.kinds.map((kind) => model.fit(kind));
  const perKind = fits.map((fit) => testableFacets(membership, fit, minMembers, fits.length === 1 ? 2 : 1));
  const facets = perKind.flat();
  if (perKind.some((some) => some.length === 0) || facets.length < 2) return undefined;
  return {
    kinds: scope.kinds,
    facets,
    perKind: perKind.map((some) => some.length),
    fits,
    classes: model.classes(scope.kinds),
    byKind: scope.kinds.map((kind) => model.classes([kind])),
    largest: Math.min(scope.largest, facets.length),
    focus: focus && new Set(facets.filter((facet) => focus.has(facet))),
  };
}

/**
 * Facets whose margins alone let a set with them be found (Tarone 1990): enough carriers who list enough for
 * two facets to meet, and not carried by nearly everybody. Nothing but margins is looked at, so leaving the
 * others out costs no error control.
 */
function testableFacets(
  membership: Membership,
  fit: KindFit,
  minMembers: number,
  leastDegree: number,
): number[] {
  const facets: number[] = [];
  for (let facet = fit.from; facet < fit.to; facet++) {
    const count = countOf(membership, facet);
    if (count < minMembers || count > NEAR_UNIVERSAL * fit.active) continue;
    let able = 0;
    for (const member of carriersOf(membership, facet)) {
      if ((fit.degrees[member] ?? 0) >= leastDegree && ++able >= minMembers) break;
    }
    if (able >= minMembers) facets.push(facet);
  }
  return facets;
}

/** How many of n facets a member may be asked for: at least two, and at least half, so that it stays one theme. */
export function thresholdsOf(size: number): number[] {
  const least = Math.max(2, Math.ceil(size / 2));
  return Array.from({ length: size - least + 1 }, (_, at) => least + at);
}

/** How many rules over `size` facets could have been tested: every choice of facets, every threshold. */
export function testsOfSize(universe: TestFamily, size: number): number {
  const chosen = universe.facets.length;
  const unfocused = universe.focus ? chosen - universe.focus.size : 0;
  const [first = 0, second = 0] = universe.perKind;
  let sets = binomialCoefficient(chosen, size) - binomialCoefficient(unfocused, size);
  if (universe.perKind.length === 2) {
    const focusInFirst = universe.focus
      ? universe.facets.slice(0, first).filter((f) => universe.focus?.has(f)).length
      : 0;
    const focusInSecond = (universe.focus?.size ?? 0) - focusInFirst;
    const left = universe.focus ? [first - focusInFirst, second - focusInSecond] : [0, 0];
    sets -= binomialCoefficient(first, size) - binomialCoefficient(left[0] ?? 0, size);
    sets -= binomialCoefficient(second, size) - binomialCoefficient(left[1] ?? 0, size);
  }
  return Math.max(0, Math.round(sets)) * thresholdsOf(size).length;
}

/** n choose k, as a floating-point number: beyond 2^53 only its size matters. */
export function binomialCoefficient(n: number, k: number): number {
  if (k < 0 || n < k) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return Math.round(product);
}
