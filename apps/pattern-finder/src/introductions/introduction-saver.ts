import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Outbox } from '@warren/messaging';
import { Rejection } from '../evidence/rejection.ts';
import type { RunRow } from '../run-state/run.entity.ts';
import type { CheckedIntroduction, CheckedReason } from './checked-introduction.ts';
import { eventOf } from './introduction-event.ts';
import { IntroductionRow } from './introduction.entity.ts';
import { KnownIntroductions } from './known-introductions.ts';

/** Introductions that an analyst may propose in one run: an operator reads each. */
const mostInRun = 20;

/** Stores introductions that an analyst proposes, in the caller's transaction. */
@Injectable()
export class IntroductionSaver {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Stores an introduction that passed the gate, with its event unless it is held; the caller's transaction locks the run's
   * row.
   * @throws Rejection if the two were introduced or proposed before, or the run has proposed enough
   */
  async save(
    em: EntityManager,
    run: RunRow,
    { seeker, giver, why, reasons }: CheckedIntroduction,
  ): Promise<{ id: number; held: boolean }> {
    await KnownIntroductions.lock(em);
    await assertRoom(em, run.id);
    await assertNew(em, seeker, giver);
    const held = reasons.length > 0;
    const now = new Date();
    const row = em.create(IntroductionRow, {
      seekerId: seeker.memberId,
      giverId: giver.memberId,
      proposedBy: 'analyst',
      need: seeker.facet?.key ?? null,
      needLabel: seeker.facet?.label ?? null,
      needWords: seeker.words,
      offer: giver.facet?.key ?? null,
      offerLabel: giver.facet?.label ?? null,
      offerWords: giver.words,
      why,
      shared: [],
      mutual: false,
      seekers: null,
      givers: null,
      state: 'proposed',
      reason: null,
      holds: true,
      heldAt: held ? now : null,
      holdReasons: [...reasons],
      runId: run.id,
      createdAt: now,
      updatedAt: now,
    });
    await em.persist(row).flush();
    if (held) {
      run.heldIntroductions += 1;
    } else {
      run.proposedIntroductions += 1;
      this.outbox.add(em, 'introduction.proposed', eventOf(row));
    }
    return { id: row.id, held };
  }
}

async function assertRoom(em: EntityManager, runId: number): Promise<void> {
  if ((await em.count(IntroductionRow, { runId, proposedBy: 'analyst' })) >= mostInRun) {
    throw new Rejection(
      'too_many_introductions',
      `${mostInRun} introductions were proposed in this run, and somebody is to read them all: propose no more.`,
    );
  }
}

/** Two people are proposed once, either way round, whatever came of it; again only where the reasons were others and are gone. */
async function assertNew(em: EntityManager, seeker: CheckedReason, giver: CheckedReason): Promise<void> {
  const rows = await em.find(IntroductionRow, {
    $or: [
      { seekerId: seeker.memberId, giverId: giver.memberId },
      { seekerId: giver.memberId, giverId: seeker.memberId },
    ],
  });
  const isSameNeed = ({ seekerId, need, needWords }: IntroductionRow): boolean =>
    seekerId === seeker.memberId &&
    (need ?? null) === (seeker.facet?.key ?? null) &&
    needWords?.quote === seeker.words?.quote;
  if (rows.some((row) => row.state !== 'proposed' || row.holds || isSameNeed(row))) {
    throw new Rejection(
      'already_introduced',
      'These two were proposed to each other before, or are not to be: leave them.',
    );
  }
}
