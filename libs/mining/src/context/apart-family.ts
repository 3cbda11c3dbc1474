import type { FacetKind } from '@warren/contracts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { KindFit } from '../null-model/null-model.ts';
import type { TestFamily } from './test-family.ts';

/** Least expected number of members with both facets: where fewer are expected, that nobody has both says nothing. */
export const leastExpected = 5;
/** Most facets of a kind whose pairs are tested, the most carried ones. */
const mostFacets = 1000;
/** Kinds that hold the answer to one question, so that whoever gives one answer gives no other. */
const chosenOnce: ReadonlySet<string> = new Set<FacetKind>(['role', 'location']);
/** Least share of those who list anything of a kind that list several of it; below it, members choose one. */
const leastWithSeveral = 0.1;

/** Pairs of facets that may keep apart: a family of tests of its own. */
export interface ApartFamily {
  readonly family: TestFamily;
  /** Facets of each kind, the most carried first; the same twice within one kind. */
  readonly facets: readonly [readonly number[], readonly number[]];
  /** Least product of the numbers of carriers of two facets. */
  readonly leastProduct: number;
  /** Number of pairs: all that margins let an absence say something of. */
  readonly tested: number;
}

/**
 * Creates the family of pairs that may keep apart, of a scope of the search; undefined where there is none. Facets of
 * kinds of which members have one at most keep apart because the form asks for one: they are left out, as are pairs that
 * few would have together anyway. Both follow from margins alone, which costs no error control.
 */
export function createApartFamily(membership: Membership, family: TestFamily): ApartFamily | undefined {
  const [first, second = first] = family.fits;
  if (!first || !second || !family.fits.every(holdsSeveral)) {
    return undefined;
  }
  const facets = [first, second].map(({ from, to }) =>
    family.facets
      .filter((facet) => facet >= from && facet < to)
      .sort((a, b) => countOf(membership, b) - countOf(membership, a) || a - b)
      .slice(0, mostFacets),
  ) as [number[], number[]];
  const leastProduct = (leastExpected * first.active * second.active) / activeInAll(family.fits);
  const apart = { family, facets, leastProduct, tested: 0 };
  const tested = pairsOf(membership, apart).reduce((sum, { partners }) => sum + partners.length, 0);
  return tested === 0 ? undefined : { ...apart, tested };
}

/** The pairs of a family, each once: the facets with their partners. */
export function pairsOf(
  membership: Membership,
  { family, facets: [ones, others], leastProduct }: Omit<ApartFamily, 'tested'>,
): { facet: number; partners: number[] }[] {
  const isWithin = family.fits.length === 1;
  return ones.map((facet, at) => {
    const enough = others.findIndex(
      (other) => countOf(membership, facet) * countOf(membership, other) < leastProduct,
    );
    const partners = others
      .slice(isWithin ? at + 1 : 0, enough < 0 ? undefined : enough)
      .filter((other) => !family.focus || family.focus.has(facet) || family.focus.has(other));
    return { facet, partners };
  });
}

/** Number of members who list something of each kind. */
export function activeInAll(fits: readonly KindFit[]): number {
  const [first] = fits;
  if (!first || fits.length === 1) {
    return first?.active ?? 0;
  }
  return first.degrees.reduce(
    (count, _, member) => count + (fits.every(({ degrees }) => (degrees[member] ?? 0) > 0) ? 1 : 0),
    0,
  );
}

/** Returns whether members may have several facets of a kind. */
export function holdsSeveral({ kind, degrees, active }: KindFit): boolean {
  const several = degrees.reduce((count, degree) => count + (degree > 1 ? 1 : 0), 0);
  return !chosenOnce.has(kind) && several > 0 && several >= leastWithSeveral * active;
}
