import type Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { failpoint } from '@warren/messaging';
import type { Claim } from '../../../run-state/claims.ts';
import { ModelPrices } from '../../../run-state/prices.ts';
import { BudgetExhausted, Outage, UnrecoverableRunError } from '../../../run-state/run-errors.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import type { PendingThemes, RunReadingRow } from '../../../run-state/run-turn.entity.ts';
import { worstCase } from '../budget.ts';
import { normaliseMessage } from '../model/message.ts';
import { BrokenAnswer, ModelClient } from '../model/model-client.ts';
import { SpendReservations } from '../spend-reservations.ts';
import type { Reservation } from '../spend-reservations.ts';
import { StoredReadings } from './stored-readings.ts';

/** A question to a model outside the conversation of a run, told nothing but its own request. */
interface SingleCall {
  /** In the names of its failpoints: `reading.before-call`, `themes.before-call` and so on. */
  readonly purpose: 'reading' | 'themes';
  /** The turn that it belongs to; 0 before the first. */
  readonly turn: number;
  /** Of what is asked: the same question is asked once a run. */
  readonly digest: string;
  readonly request: Anthropic.MessageStreamParams;
  /** Part of the run's limits that all its calls so far may use with this one; by default all of them. */
  readonly share?: number;
  /** Erasures of members before what it tells was read; by default those before the call. */
  readonly epoch?: number;
  /** What the answer is yet to be used for, stored with it. */
  readonly pendingOf?: (message: Anthropic.Message) => PendingThemes | null;
}

/**
 * Bounded calls of a model beside the conversation: each is reserved before it is made, billed to its run, stored before
 * it is used, and found there by its digest, so that none is paid for twice, whichever process is killed.
 */
@Injectable()
export class SingleCalls {
  constructor(
    private readonly model: ModelClient,
    private readonly reservations: SpendReservations,
    private readonly stored: StoredReadings,
    private readonly prices: ModelPrices,
  ) {}

  /**
   * The stored answer to a question, or that of the model.
   * @throws BudgetExhausted if the call may exceed a limit of the run or the cap of the day; Outage,
   * UnrecoverableRunError or BrokenAnswer if the model fails
   */
  async answer(claim: Claim, signals: RunSignals, call: SingleCall): Promise<RunReadingRow> {
    return (await this.stored.find(claim.runId, call.digest)) ?? this.ask(claim, signals, call);
  }

  private async ask(claim: Claim, signals: RunSignals, call: SingleCall): Promise<RunReadingRow> {
    const { purpose, turn, digest, request, share = 1, pendingOf } = call;
    const { model } = request;
    const prices = this.prices.of(model);
    const worst = worstCase(request, undefined, prices);
    const epoch = call.epoch ?? (await this.stored.epoch());
    // The reservation of the attempt in progress; those of attempts that were cut off stay as they are.
    let reservation: Reservation = { ...worst, day: null };
    await failpoint(`${purpose}.before-call`);
    const response: Anthropic.Message = await this.model.turn(request, signals, {
      reserve: async () => {
        reservation = await this.reservations.reserve(claim, worst, { model, share }).catch(withinDay);
      },
      release: async () => this.reservations.release(claim, reservation),
    });
    await failpoint(`${purpose}.after-response`);
    const message = normaliseMessage(response, new Set());
    const pending = pendingOf?.(message) ?? null;
    const bill = { prices, reservation };
    const row = await this.stored.store(claim, { turn, digest, model, message, pending, epoch, bill });
    await failpoint(`${purpose}.after-store`);
    return row;
  }
}

/** The cap of a day is a cap: what asks does not wait for the next day. */
function withinDay(error: unknown): never {
  throw error instanceof Outage ? new BudgetExhausted(error.message, { cause: error }) : error;
}

/** Why there is no answer after an error of the model or its budget; undefined for any other error. */
export function failureOf(error: unknown): 'cap' | 'failed' | undefined {
  if (error instanceof BudgetExhausted) {
    return 'cap';
  }
  const isOfModel =
    error instanceof Outage || error instanceof UnrecoverableRunError || error instanceof BrokenAnswer;
  return isOfModel ? 'failed' : undefined;
}

/** An error of a call for the log: what broke off may quote the answer, and with it members. */
export function loggedFailure(error: unknown): string {
  return error instanceof BrokenAnswer ? error.name : String(error);
}
