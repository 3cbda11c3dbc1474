import type Anthropic from '@anthropic-ai/sdk';
import { Injectable, Logger } from '@nestjs/common';
import type { Reading, UnreadReason } from '@warren/contracts';
import { failpoint } from '@warren/messaging';
import { unread } from '../../../gate/second-reader.ts';
import type { ReadSubject, SecondReader } from '../../../gate/second-reader.ts';
import type { Claim } from '../../../run-state/claims.ts';
import { ModelPrices } from '../../../run-state/prices.ts';
import { BudgetExhausted, Outage, UnrecoverableRunError } from '../../../run-state/run-errors.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import type { RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import type { RunRow } from '../../../run-state/run.entity.ts';
import { worstCase } from '../budget.ts';
import { normaliseMessage } from '../model/message.ts';
import { BrokenAnswer, ModelClient } from '../model/model-client.ts';
import { StoredReadings } from '../single-calls/stored-readings.ts';
import { SpendReservations } from '../spend-reservations.ts';
import type { Reservation } from '../spend-reservations.ts';
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
    private readonly model: ModelClient,
    private readonly reservations: SpendReservations,
    private readonly stored: StoredReadings,
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
    const { claim, model, signals } = of;
    const earlier = await this.stored.find(claim.runId, digest);
    if (earlier !== null) {
      return readingOf(earlier, subject);
    }
    try {
      return readingOf(await this.ask(subject, digest, of), subject);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined || signals.cancelled.aborted) {
        throw error;
      }
      // What broke off may quote the answer, and with it members.
      const why = error instanceof BrokenAnswer ? error.name : String(error);
      this.logger.warn(`Run ${claim.runId} has no second reader (${reason}): ${why}`);
      return unread(reason, model);
    }
  }

  private async ask(
    subject: ReadSubject,
    digest: string,
    { claim, turn, model, signals }: ReadingOf,
  ): Promise<RunReadingRow> {
    const request = readerRequest(subject, model);
    const prices = this.prices.of(model);
    const worst = worstCase(request, undefined, prices);
    const epoch = await this.stored.epoch();
    // The reservation of the attempt in progress; those of attempts that were cut off stay as they are.
    let reservation: Reservation = { ...worst, day: null };
    await failpoint('reading.before-call');
    const response: Anthropic.Message = await this.model.turn(request, signals, {
      reserve: async () => {
        reservation = await this.reservations.reserve(claim, worst, model).catch(withinDay);
      },
      release: async () => this.reservations.release(claim, reservation),
    });
    await failpoint('reading.after-response');
    const message = normaliseMessage(response, new Set());
    const bill = { prices, reservation };
    const row = await this.stored.store(claim, { turn, digest, model, message, epoch, bill });
    await failpoint('reading.after-store');
    return row;
  }
}

/** The cap of a day is a cap: the save does not wait for the next day. */
function withinDay(error: unknown): never {
  throw error instanceof Outage ? new BudgetExhausted(error.message, { cause: error }) : error;
}

/** Why there is no verdict after an error of the model or its budget; undefined for any other error. */
function reasonOf(error: unknown): UnreadReason | undefined {
  if (error instanceof BudgetExhausted) {
    return 'cap';
  }
  const isOfModel =
    error instanceof Outage || error instanceof UnrecoverableRunError || error instanceof BrokenAnswer;
  return isOfModel ? 'failed' : undefined;
}

function readingOf({ response, model, createdAt }: RunReadingRow, subject: ReadSubject): Reading {
  // Written by StoredReadings, from the SDK's own type.
  const verdict = verdictIn(JSON.parse(response) as Anthropic.Message, subject);
  const at = createdAt.toISOString();
  return verdict === undefined
    ? { ...unread('unreadable', model), at }
    : { at, model, unread: null, ...verdict };
}
