import { isWish } from '../membership/facet-keys.ts';
import { countOf, facetsAt } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Needs } from './needs.ts';

/** Seekers and givers who are compared with each other at a time. */
const block = 32;
const forSwap = 100;
const mostShared = 3;

/** A seeker and a giver, as positions. */
export interface PairedMembers {
  readonly seeker: number;
  readonly giver: number;
}

/** Reasons to introduce two people to each other rather than others. */
export class Reasons {
  private readonly membership: Membership;
  private readonly needs: Needs;
  private readonly rarity: Float64Array;
  /** Facets of one giver, and what this one looks for: 1 each. */
  private readonly theirs: Uint8Array;
  private readonly sought: Uint8Array;

  constructor(membership: Membership, needs: Needs) {
    this.membership = membership;
    this.needs = needs;
    this.rarity = Float64Array.from(membership.facets, (_, facet) =>
      Math.log(membership.described / Math.max(1, countOf(membership, facet))),
    );
    this.theirs = new Uint8Array(membership.facets.length);
    this.sought = new Uint8Array(needs.needs.length);
  }

  /**
   * Pairs seekers with as many givers, of whom any could serve any: swaps first, where the giver looks for something that
   * the seeker has, then those with most in common, rare facets counting more.
   */
  pairUp(seekers: readonly number[], givers: readonly number[]): PairedMembers[] {
    const pairs: PairedMembers[] = [];
    for (let start = 0; start < seekers.length; start += block) {
      pairs.push(...this.bestPairs(seekers.slice(start, start + block), givers.slice(start, start + block)));
    }
    return pairs;
  }

  /** Whether the giver looks for something that the seeker has. */
  isMutual({ seeker, giver }: PairedMembers): boolean {
    const sought = this.needs.ofSeeker(giver);
    return this.needs.ofGiver(seeker).some((need) => sought.includes(need));
  }

  /** Facets that two members have in common, rarest first, without what both look for. */
  sharedBy({ seeker, giver }: PairedMembers): string[] {
    const { membership, rarity } = this;
    const theirs = facetsAt(membership, giver);
    return [...facetsAt(membership, seeker)]
      .filter((facet) => theirs.includes(facet) && !isWish(membership.facets[facet] ?? ''))
      .sort((a, b) => (rarity[b] ?? 0) - (rarity[a] ?? 0) || a - b)
      .slice(0, mostShared)
      .map((facet) => membership.facets[facet] ?? '');
  }

  private bestPairs(seekers: readonly number[], givers: readonly number[]): PairedMembers[] {
    const size = seekers.length;
    const scores = new Float64Array(size * size);
    for (const [at, giver] of givers.entries()) {
      this.mark(giver, 1);
      for (const [of, seeker] of seekers.entries()) {
        scores[of * size + at] = this.scoreOf(seeker);
      }
      this.mark(giver, 0);
    }
    const order = Uint32Array.from(scores, (_, place) => place);
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const [paired, taken] = [new Uint8Array(size), new Uint8Array(size)];
    const pairs: PairedMembers[] = [];
    for (const place of order) {
      const [of, at] = [Math.floor(place / size), place % size];
      if (paired[of] === 0 && taken[at] === 0) {
        paired[of] = taken[at] = 1;
        pairs.push({ seeker: seekers[of] ?? 0, giver: givers[at] ?? 0 });
      }
    }
    return pairs;
  }

  private mark(giver: number, as: 0 | 1): void {
    for (const facet of facetsAt(this.membership, giver)) {
      this.theirs[facet] = as;
    }
    for (const need of this.needs.ofSeeker(giver)) {
      this.sought[need] = as;
    }
  }

  /** Score of a seeker with the giver who is marked. */
  private scoreOf(seeker: number): number {
    let score = 0;
    for (const facet of facetsAt(this.membership, seeker)) {
      if (this.theirs[facet] === 1) {
        score += this.rarity[facet] ?? 0;
      }
    }
    for (const need of this.needs.ofGiver(seeker)) {
      if (this.sought[need] === 1) {
        return score + forSwap;
      }
    }
    return score;
  }
}
