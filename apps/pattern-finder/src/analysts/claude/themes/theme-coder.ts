import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ServiceError, ServiceUnavailable } from '@warren/contracts';
import type { ReplyOf } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Claims } from '../../../run-state/claims.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { ErasureEpoch } from '../../../run-state/erasure-epoch.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { BrokenAnswer } from '../model/model-client.ts';
import { failureOf, loggedFailure } from '../single-calls/single-calls.ts';
import { batchMembers, withinBatch } from './judging-request.ts';
import { isLeftToOlder } from './older-coding.ts';
import { ThemeAnswers } from './theme-answers.ts';
import { ThemeCalls } from './theme-calls.ts';
import { ThemeSettings } from './theme-settings.ts';

/** Members who have written something before themes are first proposed from it. */
const fewestWriters = 12;
/** Times as many of them as when themes were last proposed, before they are again. */
const growth = 1.5;
/** Members who are listed for a batch: some more than it has, since some may be left out. */
const listedMembers = 25;
/** Batches in a row of which no verdict is stored before a run gives up on the rest: enough to find one bad text. */
const mostFailures = 8;

/** The run that is coded, and its signals. */
interface Coding {
  readonly claim: Claim;
  readonly run: RunRow;
  readonly signals: RunSignals;
}

/**
 * Has members' texts coded before the first message of a run: themes proposed where it is time, then batches of members
 * judged, until nobody is left or a limit is reached. What is stored is never paid for again; an error of the model, a cap
 * or a refusal of the members' service ends the coding, and the analyst goes on without the rest.
 */
@Injectable()
export class ThemeCoder {
  private readonly logger = new Logger(ThemeCoder.name);

  constructor(
    private readonly em: EntityManager,
    private readonly settings: ThemeSettings,
    private readonly requests: RequestClient,
    private readonly calls: ThemeCalls,
    private readonly answers: ThemeAnswers,
    private readonly claims: Claims,
    private readonly erasureEpoch: ErasureEpoch,
  ) {}

  /** @returns the run after the coding */
  async ensure(claim: Claim, run: RunRow, signals: RunSignals): Promise<RunRow> {
    if (!this.settings.isOn) {
      return run;
    }
    try {
      const coding = { claim, run, signals };
      await this.answers.useAll(claim, signals.cancelled);
      await this.propose(coding);
      await this.judge(coding);
    } catch (error) {
      if (!endsCoding(error) || signals.cancelled.aborted) {
        throw error;
      }
      this.logger.warn(`Run ${claim.runId} codes no more themes: ${loggedFailure(error)}`);
    }
    return this.claims.unlessCancelled(claim, (_em, row) => Promise.resolve(row));
  }

  private async propose(coding: Coding): Promise<void> {
    const { claim, run, signals } = coding;
    const signal = signals.cancelled;
    const listed = await this.requests.ask('themes.list', { dismissed: true }, { signal });
    if (!isDue(listed) || (await isLeftToOlder(this.em.fork(), claim.runId))) {
      return;
    }
    const epoch = await this.erasureEpoch.epoch();
    const { sample: characters } = this.calls.charactersFor(run);
    const { texts } = await this.requests.ask('themes.sample', { characters }, { signal });
    if (texts.length > 0) {
      await this.calls.propose({ ...coding, epoch }, listed.themes, texts);
      await this.answers.useAll(claim, signal);
    }
  }

  private async judge(coding: Coding): Promise<void> {
    const { claim, run, signals } = coding;
    const signal = signals.cancelled;
    const { batch: characters } = this.calls.charactersFor(run);
    let size = batchMembers;
    let failures = 0;
    // Members who changed their texts meanwhile are asked for again, and count each time.
    let again = 0;
    // One text may keep a model from its form: it is to stop nobody else's.
    const leftOut = new Set<number>();
    while (failures < mostFailures) {
      signal.throwIfAborted();
      const epoch = await this.erasureEpoch.epoch();
      const limit = listedMembers;
      const { themes, members, left } = await this.requests.ask('themes.to-judge', { limit }, { signal });
      const { judged_in_run } = await this.answers.noteLeft(claim, left);
      const room = this.settings.mostMembers - judged_in_run - again;
      const judgeable = members.filter(({ member_id }) => !leftOut.has(member_id));
      const batch = withinBatch(judgeable.slice(0, Math.max(0, Math.min(size, room))), characters);
      const isDone = themes.length === 0 || batch.length === 0;
      if (isDone || (await isLeftToOlder(this.em.fork(), claim.runId))) {
        return;
      }
      const isAnswered = await this.isAnswered({ ...coding, epoch }, { themes, members: batch }, left);
      const stored = isAnswered ? await this.answers.useAll(claim, signal) : 0;
      again += isAnswered ? Math.max(0, batch.length - stored) : 0;
      failures = stored > 0 ? 0 : failures + 1;
      if (stored === 0 && batch.length === 1) {
        batch.forEach(({ member_id }) => leftOut.add(member_id));
      }
      // An answer that was cut, or in no form, may do for fewer.
      size = stored > 0 ? Math.min(batchMembers, size * 2) : Math.max(1, Math.floor(batch.length / 2));
    }
    this.logger.warn(`Run ${claim.runId} codes no more themes: ${mostFailures} batches in a row failed.`);
  }

  /** Whether there is an answer in its form, of this call or an earlier one. */
  private async isAnswered(...call: Parameters<ThemeCalls['judge']>): Promise<boolean> {
    try {
      return ((await this.calls.judge(...call)).pending ?? null) !== null;
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) {
        throw error;
      }
      return false;
    }
  }
}

function isDue({ written, proposed_from }: ReplyOf<'themes.list'>): boolean {
  return written >= fewestWriters && (proposed_from === 0 || written >= growth * proposed_from);
}

/** What ends the coding and not the run: without the service itself the analyst cannot go on either. */
function endsCoding(error: unknown): boolean {
  return (
    failureOf(error) !== undefined ||
    (error instanceof ServiceError && !(error instanceof ServiceUnavailable))
  );
}
