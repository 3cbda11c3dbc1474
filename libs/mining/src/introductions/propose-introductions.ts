import { checkCancelled } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { facetIndex, facetsAt } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { findNeeds } from './needs.ts';
import type { Need, Needs } from './needs.ts';
import { Reasons } from './reasons.ts';
import { semiMatching } from './semi-matching.ts';

/** Introductions that a seeker is in at most, those that are already known included. */
const mostForSeeker = 3;
/** Givers who are considered for a need of one member that some of them were declined for. */
const mostLeft = 1000;
/** In place of a need. */
const forEver = -1;

/** What is proposed, beside what was. */
export interface IntroductionOptions {
  readonly known?: readonly KnownIntroduction[];
  /** Introductions that are proposed, greatest need first. */
  readonly most?: number;
  readonly signal?: CancellationSignal;
}

/** An introduction that was proposed before; people by their ids, facets by their keys. */
export interface KnownIntroduction {
  readonly seeker: number;
  readonly giver: number;
  readonly need: string;
  readonly offer: string;
  /** `open` until something came of it; `never`: the two are not to be introduced again, in either direction. */
  readonly state: 'open' | 'met' | 'declined' | 'never';
}

/** How great a need is. */
interface NeedCounts {
  /** Members who look for it and do not have it. */
  readonly seekers: number;
  /** Members who have it. */
  readonly givers: number;
}

/** Two people to introduce: what the seeker needs, and what the giver has of it. */
export interface ProposedIntroduction extends NeedCounts {
  readonly seeker: number;
  readonly giver: number;
  readonly need: string;
  readonly offer: string;
  /** Facet keys that the two have in common, rarest first, at most three. */
  readonly shared: readonly string[];
  /** True where the giver looks for something that the seeker has. */
  readonly mutual: boolean;
}

/** What is new, greatest need first; and of each known introduction its counts, null where it no longer holds. */
export interface ProposedIntroductions {
  readonly proposed: readonly ProposedIntroduction[];
  readonly known: readonly (NeedCounts | null)[];
}

/**
 * Assigns givers to seekers. Everybody who looks for something that others have is in one introduction before anybody is in
 * a second one; then each further need gets one, at most three for a seeker. Those who have it are in as few each as can
 * be, counting what is open, by an optimal semi-matching; among equal ones swaps are preferred, then what two have in
 * common. A need that an introduction answers, an older one or a swap's, gets no other. Nothing is proposed twice.
 * @param answers keys of the facets that answer each wish, preferred first; a wish that is not in it gives none
 * @throws MiningCancelled once the signal is aborted
 */
export function proposeIntroductions(
  membership: Membership,
  answers: ReadonlyMap<string, readonly string[]>,
  { known = [], most = Infinity, signal }: IntroductionOptions = {},
): ProposedIntroductions {
  const needs = findNeeds(membership, answers);
  const now = known.map((one) => countsOf(membership, needs, one));
  const assignment = new Assignment(membership, needs);
  known.forEach((one, at) => assignment.remember(one, now[at] !== null));
  const proposed = assignment.round('seekers');
  let more: readonly ProposedIntroduction[];
  do {
    checkCancelled(signal);
    more = proposed.length < most ? assignment.round('needs') : [];
    proposed.push(...more);
  } while (more.length > 0);
  return { proposed: proposed.slice(0, most), known: now };
}

class Assignment {
  private readonly membership: Membership;
  private readonly needs: Needs;
  private readonly reasons: Reasons;
  private readonly loads: Uint32Array;
  private readonly seeks: Uint32Array;
  /** People who are introduced to each other, by position. */
  private readonly partners = new Map<number, Set<number>>();
  /** People who are not to be introduced to a seeker: for a need, or for ever. */
  private readonly excluded = new Map<number, Map<number, Set<number>>>();

  constructor(membership: Membership, needs: Needs) {
    this.membership = membership;
    this.needs = needs;
    this.reasons = new Reasons(membership, needs);
    this.loads = new Uint32Array(membership.ids.length);
    this.seeks = new Uint32Array(membership.ids.length);
  }

  remember({ seeker: seekerId, giver: giverId, need, state }: KnownIntroduction, holds: boolean): void {
    const [seeker, giver] = [positionOf(this.membership, seekerId), positionOf(this.membership, giverId)];
    if (seeker < 0 || giver < 0) {
      return;
    }
    this.exclude(seeker, giver, this.needs.indexOf.get(need));
    if (state === 'never') {
      this.exclude(seeker, giver, forEver);
      this.exclude(giver, seeker, forEver);
    }
    if (state === 'met') {
      this.join(seeker, giver);
    }
    if (state === 'open' && holds) {
      this.take(seeker, giver);
    }
  }

  /** Assigns a giver to each seeker who is in no introduction, or to one more need of each seeker. */
  round(of: 'seekers' | 'needs'): ProposedIntroduction[] {
    const units = this.units(of);
    const network = this.networkOf(units);
    const { hubOf, flows } = semiMatching(network);
    const taken = Map.groupBy(units.keys(), (unit) => hubOf[unit] ?? -1);
    const found = network.hubs.flatMap(({ need }, hub) => {
      const seekers = (taken.get(hub) ?? []).map((unit) => units[unit]?.seeker ?? 0);
      const givers: number[] = [];
      for (let link = network.hubStarts[hub] ?? 0; link < (network.hubStarts[hub + 1] ?? 0); link++) {
        for (let flow = flows[link] ?? 0; flow > 0; flow--) {
          givers.push(network.hubTakers[link] ?? 0);
        }
      }
      return this.reasons.pairUp(seekers, givers).map((pair) => ({ ...pair, need }));
    });
    return found
      .toSorted((a, b) => a.need - b.need || a.seeker - b.seeker)
      .flatMap(({ seeker, giver, need }) => {
        if (this.isServed(seeker, need)) {
          return [];
        }
        this.take(seeker, giver);
        return [this.introductionOf(seeker, giver, need)];
      });
  }

  private units(of: 'seekers' | 'needs'): Unit[] {
    const units: Unit[] = [];
    for (let seeker = 0; seeker < this.membership.ids.length; seeker++) {
      const wanted = this.needs.ofSeeker(seeker);
      const open = wanted.filter((need) => !this.isServed(seeker, need));
      const isFirst = open.length === wanted.length;
      const room = (this.seeks[seeker] ?? 0) < mostForSeeker;
      if (open.length > 0 && room && (of === 'needs' || isFirst)) {
        units.push({ seeker, needs: open });
      }
    }
    return units;
  }

  /** A hub for each need, and one for a member whom not all of its givers may be introduced to. */
  private networkOf(units: readonly Unit[]) {
    const hubs: { need: number; givers: ArrayLike<number> }[] = [];
    const hubOfNeed = new Map<number, number>();
    const unitStarts = new Uint32Array(units.length + 1);
    const unitHubs: number[] = [];
    for (const [unit, { seeker, needs }] of units.entries()) {
      for (const need of needs) {
        const { givers } = this.needOf(need);
        const left = this.left(seeker, need, givers);
        let hub = left === givers ? hubOfNeed.get(need) : undefined;
        if (hub === undefined) {
          hub = hubs.push({ need, givers: left }) - 1;
          if (left === givers) {
            hubOfNeed.set(need, hub);
          }
        }
        unitHubs.push(hub);
      }
      unitStarts[unit + 1] = unitHubs.length;
    }
    const hubStarts = new Uint32Array(hubs.length + 1);
    hubs.forEach(({ givers }, hub) => (hubStarts[hub + 1] = (hubStarts[hub] ?? 0) + givers.length));
    const hubTakers = new Uint32Array(hubStarts[hubs.length] ?? 0);
    hubs.forEach(({ givers }, hub) => hubTakers.set(givers, hubStarts[hub]));
    return {
      hubs,
      unitStarts,
      unitHubs: Uint32Array.from(unitHubs),
      hubStarts,
      hubTakers,
      loads: this.loads,
    };
  }

  /** The givers of a need who may be introduced to a seeker; the same list where all may. */
  private left(seeker: number, need: number, givers: Uint32Array): ArrayLike<number> {
    const excluded = this.excluded.get(seeker);
    const isLeft = (giver: number): boolean =>
      excluded?.get(forEver)?.has(giver) !== true && excluded?.get(need)?.has(giver) !== true;
    if (excluded === undefined || givers.every(isLeft)) {
      return givers;
    }
    return givers
      .filter(isLeft)
      .sort((a, b) => (this.loads[a] ?? 0) - (this.loads[b] ?? 0) || a - b)
      .subarray(0, mostLeft);
  }

  /** Whether somebody whom the seeker is introduced to has what is needed. */
  private isServed(seeker: number, need: number): boolean {
    return [...(this.partners.get(seeker) ?? [])].some((partner) =>
      this.needs.ofGiver(partner).includes(need),
    );
  }

  private introductionOf(seeker: number, giver: number, need: number): ProposedIntroduction {
    const { wish, offers, givers, seekers } = this.needOf(need);
    const has = new Set(facetsAt(this.membership, giver));
    const offer = offers.find((facet) => has.has(facet)) ?? -1;
    return {
      seeker: this.membership.ids[seeker] ?? 0,
      giver: this.membership.ids[giver] ?? 0,
      need: wish,
      offer: this.membership.facets[offer] ?? '',
      shared: this.reasons.sharedBy({ seeker, giver }),
      mutual: this.reasons.isMutual({ seeker, giver }),
      seekers: seekers.length,
      givers: givers.length,
    };
  }

  private needOf(need: number): Need {
    return (
      this.needs.needs[need] ?? {
        wish: '',
        offers: [],
        givers: new Uint32Array(),
        seekers: new Uint32Array(),
      }
    );
  }

  private take(seeker: number, giver: number): void {
    this.loads[giver] = (this.loads[giver] ?? 0) + 1;
    this.seeks[seeker] = (this.seeks[seeker] ?? 0) + 1;
    this.join(seeker, giver);
  }

  private join(one: number, other: number): void {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      this.partners.set(a, (this.partners.get(a) ?? new Set()).add(b));
    }
  }

  private exclude(seeker: number, giver: number, need: number | undefined): void {
    if (need === undefined) {
      return;
    }
    const ofSeeker = this.excluded.get(seeker) ?? new Map<number, Set<number>>();
    this.excluded.set(seeker, ofSeeker.set(need, (ofSeeker.get(need) ?? new Set()).add(giver)));
  }
}

/** A seeker and the needs of which one is to be answered. */
interface Unit {
  readonly seeker: number;
  readonly needs: Uint32Array;
}

/** How great the need is today; null where the seeker no longer needs it, or the giver no longer has it. */
function countsOf(
  membership: Membership,
  { needs, indexOf }: Needs,
  known: KnownIntroduction,
): NeedCounts | null {
  const need = needs[indexOf.get(known.need) ?? -1];
  const [seeker, giver] = [positionOf(membership, known.seeker), positionOf(membership, known.giver)];
  const offer = facetIndex(membership, known.offer);
  const holds =
    need !== undefined &&
    has(need.seekers, seeker) &&
    need.offers.includes(offer) &&
    facetsAt(membership, giver).includes(offer);
  return holds ? { seekers: need.seekers.length, givers: need.givers.length } : null;
}

function positionOf({ ids }: Membership, id: number): number {
  const place = lowerBound(ids, id);
  return ids[place] === id ? place : -1;
}

function has(sorted: Uint32Array, value: number): boolean {
  return value >= 0 && sorted[lowerBound(sorted, value)] === value;
}

function lowerBound(sorted: Float64Array | Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
