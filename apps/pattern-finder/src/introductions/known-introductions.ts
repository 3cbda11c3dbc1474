import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  IntroductionState,
  KnownIntroduction,
  OwnWords,
  RequestInput,
  StoredIntroduction,
} from '@warren/contracts';

/** Introductions that one request can tell of. */
const mostKnown = 12_000;
/**
 * Proposals that are open at most: nobody introduces more people by hand. What is left over follows as some of them are
 * settled.
 */
const mostOpen = 5_000;

/** An introduction as it is known; need and offer are null where words stand for them. */
export interface KnownRow {
  readonly id: number;
  readonly seeker_id: number;
  readonly giver_id: number;
  readonly proposed_by: StoredIntroduction['proposed_by'];
  readonly need: string | null;
  readonly need_words: OwnWords | null;
  readonly offer: string | null;
  readonly offer_words: OwnWords | null;
  readonly state: IntroductionState;
  readonly holds: boolean;
  readonly seekers: number | null;
  readonly givers: number | null;
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
        `select id, seeker_id, giver_id, proposed_by, need, need_words, offer, offer_words, state, holds, seekers, givers
         from introduction
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

  /** Those of an analyst that are open, with what the profiles must still say. */
  get ofAnalyst(): KnownRow[] {
    const open: readonly IntroductionState[] = ['proposed', 'introduced'];
    return this.rows.filter(({ proposed_by, state }) => proposed_by === 'analyst' && open.includes(state));
  }

  /** Returns whether nothing was changed in between. */
  isSameAs(others: KnownIntroductions): boolean {
    return JSON.stringify(this.rows) === JSON.stringify(others.rows);
  }

  /** @param most new ones at most */
  asRequest(most: number): RequestInput<'community.introductions'> {
    const facets = [
      ...new Set(this.rows.flatMap(({ need, offer }) => [need, offer]))
        .values()
        .filter((key) => key !== null),
    ];
    const places = new Map(facets.map((facet, place) => [facet, place]));
    // Words are no facet: they have a place where none is.
    const placeOf = (key: string | null): number => places.get(key ?? '') ?? facets.length;
    return {
      facets,
      most,
      known: this.rows.map(({ seeker_id, giver_id, need, offer, ...row }) => [
        seeker_id,
        giver_id,
        placeOf(need),
        placeOf(offer),
        row.proposed_by === 'needs' ? stateFor[row.state] : stateOfWords(row),
      ]),
    };
  }
}

/**
 * State of an introduction of an analyst: nobody can tell whether a listed wish is the need that words spoke of, so the two
 * are not proposed again, whatever came of it; unless it was only proposed, and its reasons are gone.
 */
function stateOfWords({ state, holds }: Pick<KnownRow, 'state' | 'holds'>): KnownIntroduction[4] {
  return state === 'proposed' && !holds ? 'declined' : 'never';
}
