import { createCounting } from '../membership/counting.ts';
import type { Counting } from '../membership/counting.ts';
import type { People } from '../membership/facet-keys.ts';
import { facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import type { NullModel } from '../null-model/null-model.ts';
import { createApartFamily } from './apart-family.ts';
import type { ApartFamily } from './apart-family.ts';
import { checkCancelled } from './cancellation.ts';
import type { CancellationSignal } from './cancellation.ts';
import { miningDefaults } from './mining-options.ts';
import type { MiningOptions, RuleOptions } from './mining-options.ts';
import { searchScopes, createTestFamily, testsBySize } from './test-family.ts';
import type { Scope, TestFamily } from './test-family.ts';
import type { EffectThresholds } from './thresholds.ts';

/** Everything that a rule is counted in and tested against. Holds scratch memory: one analysis at a time may use it. */
export interface RuleContext {
  readonly membership: Membership;
  readonly counting: Counting;
  readonly model: NullModel;
  /** False discovery rate to control. */
  readonly q: number;
  readonly thresholds: EffectThresholds;
  readonly people: People | undefined;
  /** Facets that take no part in tests, as indices. */
  readonly untested: ReadonlySet<number>;
}

/** Everything that the steps of one analysis share. */
export interface MiningContext extends RuleContext {
  readonly testFamilies: readonly TestFamily[];
  /** Families of pairs that may keep apart. */
  readonly apartFamilies: readonly ApartFamily[];
  /** Number of families of tests among which the error is shared, each size of set in a scope being one. */
  readonly familyCount: number;
  /** Facet keys that a candidate must touch; undefined without a focus. */
  readonly focus: ReadonlySet<string> | undefined;
  readonly signal: CancellationSignal | undefined;
}

/** Creates the context in which one rule is evaluated. */
export function createRuleContext(membership: Membership, options: RuleOptions): RuleContext {
  const { q = miningDefaults.q } = options;
  const { minLift = miningDefaults.minLift, minMembers = miningDefaults.minMembers } = options;
  return {
    membership,
    counting: createCounting(membership),
    model: nullModelOf(membership),
    q,
    thresholds: { minLift, minMembers, described: membership.described },
    people: options.people,
    untested: indicesOf(membership, options.untested ?? []),
  };
}

/** Creates the context of one analysis; fits the null model of every kind in the scopes. */
export function createMiningContext(
  membership: Membership,
  options: MiningOptions,
  scopes: readonly Scope[] = searchScopes,
): MiningContext {
  const { focus, signal } = options;
  const context = createRuleContext(membership, options);
  const { model, thresholds, untested } = context;
  const focused = focus && indicesOf(membership, focus);
  const testFamilies = scopes.flatMap((scope) => {
    checkCancelled(signal);
    return createTestFamily(membership, model, scope, thresholds.minMembers, focused, untested) ?? [];
  });
  const apartFamilies = testFamilies.flatMap((family) => createApartFamily(membership, family) ?? []);
  const familyCount = countFamilies(testFamilies) + apartFamilies.length;
  return { ...context, testFamilies, apartFamilies, familyCount, focus, signal };
}

/** The same analysis over another membership with the same list of facets. */
export function withMembership(context: MiningContext, membership: Membership): MiningContext {
  return { ...withSameMargins(context, membership), model: nullModelOf(membership) };
}

/**
 * The same analysis over a membership with the same margins, such as a shuffle, on which alone the null model depends.
 */
export function withSameMargins(context: MiningContext, membership: Membership): MiningContext {
  return { ...context, membership, counting: createCounting(membership) };
}

/** The facets of some keys that somebody carries. */
function indicesOf(membership: Membership, keys: Iterable<string>): Set<number> {
  return new Set(Array.from(keys, (key) => facetIndex(membership, key)).filter((facet) => facet >= 0));
}

function countFamilies(testFamilies: readonly TestFamily[]): number {
  const sizes = testFamilies.flatMap(testsBySize).length;
  // Where there can be clusters of both kinds, their overlaps are a family of their own.
  const canOverlap = testFamilies.some(({ kinds }) => kinds.join() === 'interest,skill');
  return sizes + (canOverlap ? 1 : 0);
}
