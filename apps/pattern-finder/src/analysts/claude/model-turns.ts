import { Injectable } from '@nestjs/common';
import { failpoint } from '@warren/messaging';
import type { Claim } from '../../run-state/claims.ts';
import { RunProgressPublisher } from '../../run-state/run-progress.ts';
import type { RunSignals } from '../../run-state/run-signals.ts';
import type { RunRow } from '../../run-state/run.entity.ts';
import { Conversation } from './conversation.ts';
import type { Transcript } from './conversation.ts';
import { callIds, normaliseMessage } from './model/message.ts';
import { ModelClient } from './model/model-client.ts';
import { SpendReservations } from './spend-reservations.ts';
import type { Reservation } from './spend-reservations.ts';
import { TurnRequests } from './turn-requests.ts';

/** Makes the turns of the model: reserves the worst case of each call before it, and stores its response. */
@Injectable()
export class ModelTurns {
  constructor(
    private readonly requests: TurnRequests,
    private readonly model: ModelClient,
    private readonly reservations: SpendReservations,
    private readonly conversation: Conversation,
    private readonly progress: RunProgressPublisher,
  ) {}

  /** Makes the next turn and adds it to the transcript. @returns the run after it */
  async next(claim: Claim, run: RunRow, transcript: Transcript, signals: RunSignals): Promise<RunRow> {
    const { turns } = transcript;
    const { request, prices, worst } = this.requests.next(run, transcript);
    // The reservation of the attempt in progress; those of attempts that were cut off stay as they are.
    const current: { reservation: Reservation } = { reservation: { ...worst, day: null } };
    await this.progress.publish(run, 'thinking', `Turn ${turns.length + 1} of the model.`);
    await failpoint('turn.before-call');
    const response = await this.model.turn(request, signals, {
      reserve: async () => {
        current.reservation = await this.reservations.reserve(claim, worst);
      },
      release: async () => this.reservations.release(claim, current.reservation),
    });
    await failpoint('turn.after-response');
    const taken = new Set(turns.flatMap((earlier) => callIds(earlier.message)));
    const message = normaliseMessage(response, taken);
    const { run: after, kept } = await this.conversation.storeTurn(claim, transcript, message, {
      prices,
      reservation: current.reservation,
    });
    await failpoint('turn.after-store');
    turns.push({ turn: turns.length + 1, message: kept, results: null });
    return after;
  }
}
