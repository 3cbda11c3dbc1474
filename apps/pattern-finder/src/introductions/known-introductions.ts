import type { EntityManager } from '@mikro-orm/postgresql';
import type { IntroductionState, KnownIntroduction, RequestInput } from '@warren/contracts';

/** Introductions that one request can tell of. */
const mostKnown = 12_000;
/**
 * Proposals that are open at most: nobody introduces more people by hand. What is left over follows as some of them are
 * settled.
 */
const mostOpen = 5_000;

interface KnownRow {
  readonly id: number;
  readonly seeker_id: number;
  readonly giver_id: number;
  readonly need: string;
  readonly offer: string;
  readonly state: IntroductionState;
  readonly holds: boolean;
  readonly seekers: number;
  readonly givers: number;
}

const stateFor: Record<IntroductionState, KnownIntroduction[4]> = {
  proposed: 'open',
  introduced: 'open',
  met: 'met',
  declined: 'declined',
  not_again: 'never',
};

/** Introductions as they are known when new ones are proposed. */
export class KnownIntroductions {
  readonly rows: readonly KnownRow[];

  private constructor(rows: readonly KnownRow[]) {
    this.rows = rows;
  }

  /** Reads those that must not be forgotten, and of the others the newest. */
  static async read(em: EntityManager): Promise<KnownIntroductions> {
    return new KnownIntroductions(
      await em.execute<KnownRow[]>(
        `select id, seeker_id, giver_id, need, offer, state, holds, seekers, givers from introduction
         order by state = 'not_again' desc, id desc limit ${mostKnown}`,
      ),
    );
  }

  /** Keeps others from changing or proposing introductions until the transaction of `em` ends. */
  static async lock(em: EntityManager): Promise<void> {
    await em.execute(`select pg_advisory_xact_lock(hashtext('introductions'))`);
  }

  /** Introductions that may be proposed besides. */
  get room(): number {
    const open = this.rows.filter(({ state, holds }) => state === 'proposed' && holds);
    return Math.max(0, mostOpen - open.length);
  }

  /** Returns whether nothing was changed in between. */
  isSameAs(others: KnownIntroductions): boolean {
    return JSON.stringify(this.rows) === JSON.stringify(others.rows);
  }

  /** @param most new ones at most */
  asRequest(most: number): RequestInput<'community.introductions'> {
    const facets = [...new Set(this.rows.flatMap(({ need, offer }) => [need, offer]))];
    const placeOf = new Map(facets.map((facet, place) => [facet, place]));
    return {
      facets,
      most,
      known: this.rows.map(({ seeker_id, giver_id, need, offer, state }) => [
        seeker_id,
        giver_id,
        placeOf.get(need) ?? 0,
        placeOf.get(offer) ?? 0,
        stateFor[state],
      ]),
    };
  }
}
