import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import type { IntroductionProposal, ReplyOf } from '@warren/contracts';
import { Outbox, RequestClient, failpoint } from '@warren/messaging';
import { Claims } from '../run-state/claims.ts';
import type { Claim } from '../run-state/claims.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { KnownIntroductions } from './known-introductions.ts';
import { ReasonCheck } from './reason-check.ts';

/** Introductions of one statement, and of one event. */
const batch = 200;
const maxAttempts = 20;

/** Runs work in a transaction, e.g. one that a run's claim guards. */
type InTransaction = (
  work: (em: EntityManager) => Promise<number | undefined>,
) => Promise<number | undefined>;

/** Proposes introductions, and keeps those that there are up to date. */
@Injectable()
export class IntroductionProposer {
  private readonly logger = new Logger(IntroductionProposer.name);

  constructor(
    private readonly em: EntityManager,
    private readonly requests: RequestClient,
    private readonly claims: Claims,
    private readonly outbox: Outbox,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly reasons: ReasonCheck,
  ) {}

  /**
   * Proposes the introductions of a run: rows, event, and the mark on the run that it has done so are one transaction.
   * @returns how many are new
   */
  async propose(claim: Claim, signal: AbortSignal): Promise<number> {
    const proposed = await this.bringUpToDate({ runId: claim.runId, signal }, async (work) =>
      this.claims.unlessCancelled(claim, async (em, run) => {
        const done = await work(em);
        run.introduced = done !== undefined;
        run.proposedIntroductions += done ?? 0;
        return done;
      }),
    );
    await failpoint('introductions.after-commit');
    return proposed;
  }

  /**
   * Marks the introductions that no longer hold, after members have changed; proposes nothing. In a community so large
   * that this takes too long, the next change or run marks them.
   */
  async recheck(): Promise<void> {
    try {
      await this.bringUpToDate({ runId: null }, async (work) => this.em.fork().transactional(work));
    } catch (error) {
      if (!(error instanceof DeadlineExceeded)) {
        throw error;
      }
      this.logger.warn(`Introductions are not checked: ${error.message}`);
    }
  }

  private async bringUpToDate(
    { runId, signal }: { runId: number | null; signal?: AbortSignal },
    inTransaction: InTransaction,
  ): Promise<number> {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const done = await this.erasureEpoch.retryIfErased(async (assertNotErased) => {
        const known = await KnownIntroductions.read(this.em.fork());
        if (runId === null && known.rows.length === 0) {
          return 0;
        }
        const wanted = known.asRequest(runId === null ? 0 : known.room);
        const found = await this.requests.ask('community.introductions', wanted, { signal });
        const holding = await this.reasons.holding(known.ofAnalyst, signal);
        await failpoint('introductions.after-reply');
        return inTransaction(async (em) => {
          await assertNotErased(em);
          await KnownIntroductions.lock(em);
          if (!known.isSameAs(await KnownIntroductions.read(em))) {
            return undefined;
          }
          await refresh(em, known, found.known, holding);
          return runId === null ? 0 : this.insert(em, runId, found.proposed);
        });
      });
      if (done !== undefined) {
        return done;
      }
    }
    throw new ServiceUnavailable('Introductions are being changed all the time; they are proposed later.');
  }

  /** Only what is new is told: a row that is there already stays as it is. */
  private async insert(
    em: EntityManager,
    runId: number,
    proposed: readonly IntroductionProposal[],
  ): Promise<number> {
    let count = 0;
    for (let start = 0; start < proposed.length; start += batch) {
      const part = proposed.slice(start, start + batch);
      const rows = await em.execute<{ id: number; at: number }[]>(
        `with given as (
           select * from jsonb_to_recordset(?::jsonb) as given (
             at integer, seeker integer, giver integer, need jsonb, offer jsonb, shared json, mutual boolean,
             seekers integer, givers integer)),
         added as (
           insert into introduction (seeker_id, giver_id, need, need_label, offer, offer_label, shared, mutual, seekers,
             givers, run_id)
           select seeker, giver, need ->> 'key', need ->> 'label', offer ->> 'key', offer ->> 'label', shared, mutual,
             seekers, givers, ?
           from given order by at
           on conflict do nothing
           returning id, seeker_id, giver_id, need)
         select added.id, given.at from added
         join given on given.seeker = added.seeker_id and given.giver = added.giver_id
           and given.need ->> 'key' = added.need
         order by added.id`,
        [JSON.stringify(part.map((one, at) => ({ ...one, at }))), runId],
      );
      const introductions = rows.flatMap(({ id, at }) => {
        const one = part[at];
        return one === undefined ? [] : [toEvent(id, one)];
      });
      if (introductions.length > 0) {
        this.outbox.add(em, 'introduction.proposed', { run_id: runId, introductions });
      }
      count += introductions.length;
    }
    return count;
  }
}

function toEvent(introduction_id: number, { seeker, giver, need, offer, mutual }: IntroductionProposal) {
  return { introduction_id, seeker, giver, need, offer, mutual };
}

/** Writes what has changed of the known introductions, and nothing else. */
async function refresh(
  em: EntityManager,
  { rows, ofAnalyst }: KnownIntroductions,
  now: ReplyOf<'community.introductions'>['known'],
  holding: ReadonlySet<number>,
): Promise<void> {
  const open = new Set(ofAnalyst.map(({ id }) => id));
  const changed = rows.flatMap((row, place) => {
    if (row.proposed_by === 'analyst') {
      const { id, seekers, givers } = row;
      const holds = holding.has(id);
      return !open.has(id) || row.holds === holds ? [] : [{ id, holds, seekers, givers }];
    }
    const counts = now[place] ?? null;
    const today = { holds: counts !== null, seekers: row.seekers, givers: row.givers, ...counts };
    const isSame = row.holds === today.holds && row.seekers === today.seekers && row.givers === today.givers;
    return isSame ? [] : [{ id: row.id, ...today }];
  });
  if (changed.length > 0) {
    await em.execute(
      `update introduction set holds = now.holds, seekers = now.seekers, givers = now.givers
       from jsonb_to_recordset(?::jsonb) as now (id integer, holds boolean, seekers integer, givers integer)
       where introduction.id = now.id`,
      [JSON.stringify(changed)],
    );
  }
}
