import type Anthropic from '@anthropic-ai/sdk';
import { Injectable, Logger } from '@nestjs/common';
import type { Reading } from '@warren/contracts';
import { unread } from '../../../gate/second-reader.ts';
import type { ReadSubject, SecondReader } from '../../../gate/second-reader.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { ModelPrices } from '../../../run-state/prices.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import type { RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { SingleCalls, failureOf, loggedFailure } from '../single-calls/single-calls.ts';
import { verdictIn } from './reader-answer.ts';
import { readerRequest } from './reader-request.ts';
import { ReaderSettings } from './reader-settings.ts';

/** The run, and the turn of it, that a reading belongs to. */
interface ReadingOf {
  readonly claim: Claim;
  readonly turn: number;
  readonly model: string;
  readonly signals: RunSignals;
}

/**
 * The second reader: one bounded call of a model for a pattern that an analyst wrote, which is told nothing but the
 * pattern and its evidence. A call that fails, or would exceed a cap, fails neither the run nor the save.
 */
@Injectable()
export class SecondReading {
  private readonly logger = new Logger(SecondReading.name);

  constructor(
    private readonly calls: SingleCalls,
    private readonly prices: ModelPrices,
    private readonly settings: ReaderSettings,
  ) {}

  /** The reader of what a turn of a run saves. */
  of(claim: Claim, run: RunRow, turn: number, signals: RunSignals): SecondReader {
    const { isOn, model = this.prices.modelOf(run.model) } = this.settings;
    return async (subject, digest) =>
      isOn ? this.read(subject, digest, { claim, turn, model, signals }) : unread('off');
  }

  private async read(subject: ReadSubject, digest: string, of: ReadingOf): Promise<Reading> {
    const { claim, turn, model, signals } = of;
    const request = readerRequest(subject, model);
    try {
      const row = await this.calls.answer(claim, signals, { purpose: 'reading', turn, digest, request });
      return readingOf(row, subject);
    } catch (error) {
      const reason = failureOf(error);
      if (reason === undefined || signals.cancelled.aborted) {
        throw error;
      }
      this.logger.warn(`Run ${claim.runId} has no second reader (${reason}): ${loggedFailure(error)}`);
      return unread(reason, model);
    }
  }
}

function readingOf({ response, model, createdAt }: RunReadingRow, subject: ReadSubject): Reading {
  // Written by StoredReadings, from the SDK's own type.
  const verdict = verdictIn(JSON.parse(response) as Anthropic.Message, subject);
  const at = createdAt.toISOString();
  return verdict === undefined
    ? { ...unread('unreadable', model), at }
    : { at, model, unread: null, ...verdict };
}
