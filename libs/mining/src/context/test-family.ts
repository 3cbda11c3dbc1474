import { FacetKind } from '@warren/contracts';
import { carriersOf, countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { KindFit, MemberClasses, NullModel } from '../null-model/null-model.ts';

/** Largest group that a rule names: nobody reads more than eight facets. */
export const largestGroup = 8;
/** Largest set that is tested as a set; larger groups only grow out of such sets. */
export const largestSet = 5;
/** A facet carried by more than this share of those who list anything of its kind is no theme. */
export const nearUniversal = 0.6;

/** Kinds of facets that sets are drawn from, and the largest size of such a set. */
export interface Scope {
  readonly kinds: readonly [string] | readonly [string, string];
  readonly largest: number;
}

/** Use of each kind: searched for groups, combined with a searched kind, or matched as wishes. */
const useOfKind: Record<FacetKind, 'groups' | 'combined' | 'wishes'> = {
  skill: 'groups',
  interest: 'groups',
  trait: 'combined',
  role: 'combined',
  location: 'combined',
  theme: 'combined',
  looking_for: 'wishes',
};
const combinedKinds = FacetKind.options.filter((kind) => useOfKind[kind] === 'combined').sort();

/** Scopes of the search: skills, interests, the two together, and each of them with one other kind. */
export const searchScopes: readonly Scope[] = [
  { kinds: ['skill'], largest: largestGroup },
  { kinds: ['interest'], largest: largestGroup },
  { kinds: ['interest', 'skill'], largest: 4 },
  ...combinedKinds.flatMap((other): Scope[] => [
    { kinds: ['interest', other], largest: 3 },
    { kinds: ['skill', other].sort() as [string, string], largest: 3 },
  ]),
];

/**
 * The testable facets of a scope and everything needed to test sets of them. All sets of one size among them are one
 * family of tests in the statistical sense.
 */
export interface TestFamily {
  readonly kinds: readonly string[];
  /** Testable facets as indices, ascending; those of the first kind, then those of the second. */
  readonly facets: readonly number[];
  /** Number of testable facets of each kind. */
  readonly perKind: readonly number[];
  readonly fits: readonly KindFit[];
  readonly classes: MemberClasses;
  /** Member classes of each kind alone. */
  readonly byKind: readonly MemberClasses[];
  readonly largest: number;
  /** Facets of which a set must contain one; undefined without a focus. */
  readonly focus: ReadonlySet<number> | undefined;
}

/**
 * Creates the test family of a scope, without the facets of `untested`; undefined where the scope has too few testable
 * facets for a set.
 */
export function createTestFamily(
  membership: Membership,
  model: NullModel,
  scope: Scope,
  minMembers: number,
  focus: ReadonlySet<number> | undefined,
  untested: ReadonlySet<number> = new Set(),
): TestFamily | undefined {
  const fits = scope.kinds.map((kind) => model.fit(kind));
  const perKind = fits.map((fit) =>
    testableFacets(membership, fit, minMembers, fits.length === 1 ? 2 : 1).filter(
      (facet) => !untested.has(facet),
    ),
  );
  const facets = perKind.flat();
  if (perKind.some((some) => some.length === 0) || facets.length < 2) {
    return undefined;
  }
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
 * Facets whose margins alone allow a set with them to be found (Tarone 1990): enough carriers, who list enough for
 * two facets to meet, and not carried by nearly everybody. The choice depends on margins alone, so leaving the others
 * out costs no error control.
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
    if (count < minMembers || count > nearUniversal * fit.active) {
      continue;
    }
    let able = 0;
    for (const member of carriersOf(membership, facet)) {
      if ((fit.degrees[member] ?? 0) >= leastDegree && ++able >= minMembers) {
        break;
      }
    }
    if (able >= minMembers) {
      facets.push(facet);
    }
  }
  return facets;
}

/**
 * Thresholds k of "at least k of n facets" that are tested: at least two, and at least half, so that it stays one
 * theme.
 */
export function thresholdsOf(size: number): number[] {
  const least = Math.max(2, Math.ceil(size / 2));
  return Array.from({ length: size - least + 1 }, (_, at) => least + at);
}

/** Number of rules over `size` facets that could have been tested: every choice of facets, every threshold. */
export function testsOfSize(family: TestFamily, size: number): number {
  const chosen = family.facets.length;
  const unfocused = family.focus ? chosen - family.focus.size : 0;
  const [first = 0, second = 0] = family.perKind;
  let sets = binomialCoefficient(chosen, size) - binomialCoefficient(unfocused, size);
  if (family.perKind.length === 2) {
    const focusInFirst = family.focus
      ? family.facets.slice(0, first).filter((f) => family.focus?.has(f)).length
      : 0;
    const focusInSecond = (family.focus?.size ?? 0) - focusInFirst;
    const left = family.focus ? [first - focusInFirst, second - focusInSecond] : [0, 0];
    sets -= binomialCoefficient(first, size) - binomialCoefficient(left[0] ?? 0, size);
    sets -= binomialCoefficient(second, size) - binomialCoefficient(left[1] ?? 0, size);
  }
  return Math.max(0, Math.round(sets)) * thresholdsOf(size).length;
}

/** Null models of all kinds in some test families, each once. */
export function fitsOf(testFamilies: readonly Pick<TestFamily, 'fits'>[]): KindFit[] {
  return [...new Set(testFamilies.flatMap(({ fits }) => fits))];
}

/** Numbers of tests of each size from 2 up, sizes without any left out. */
export function testsBySize(family: TestFamily): number[] {
  return Array.from({ length: family.largest - 1 }, (_, at) => testsOfSize(family, at + 2)).filter(
    (tests) => tests > 0,
  );
}

/** n choose k, as a floating-point number: beyond 2^53 only its size matters. */
export function binomialCoefficient(n: number, k: number): number {
  if (k < 0 || n < k) {
    return 0;
  }
  let product = 1;
  for (let i = 1; i <= k; i++) {
    product = (product * (n - k + i)) / i;
  }
  return Math.round(product);
}
