import Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { doubling, retry } from '@warren/service';
import { Outage } from '../../../run-state/run-errors.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import { verdictOn } from './model-errors.ts';
import type { Verdict } from './model-errors.ts';
import { ModelSettings } from './model-settings.ts';
import { tellingFetch } from './telling-fetch.ts';
import { thinkingOf } from './thinking.ts';
import type { Thinking } from './thinking.ts';

const attempts = 5;
/** Attempts if the stream is cut or holds no message; each attempt may be billed. */
const brokenAttempts = 3;
/** A longer delay hands the job back instead of holding a worker. */
const longestDelayMs = 30_000;
const outageMs = 60_000;
/** How long the model's server is asked what a model can do. */
const longestLookMs = 5_000;

/** Reserves what each attempt may cost before it is made, and releases that if it cost nothing. */
interface Metered {
  reserve(): Promise<void>;
  release(): Promise<void>;
}

/** A failed attempt with its verdict. */
class FailedAttempt extends Error {
  override readonly name = 'FailedAttempt';
  readonly verdict: Verdict;

  constructor(verdict: Verdict, cause: unknown) {
    super('The call of the model failed.', { cause });
    this.verdict = verdict;
  }
}

/** Every attempt broke off, or what came was no message. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}

/**
 * The Messages API through the SDK, streaming, with bounded retries of our own: the SDK's would sleep through a
 * `retry-after` of an hour, wait on a stalled stream for ever, and not repeat a cut one.
 */
@Injectable()
export class ModelClient {
  private readonly client: Anthropic;

  constructor(private readonly settings: ModelSettings) {
    this.client = new Anthropic({
      apiKey: settings.apiKey ?? 'not needed',
      baseURL: settings.baseUrl ?? null,
      maxRetries: 0,
      timeout: settings.turnMs,
    });
  }

  /**
   * Returns one whole turn of the model. If the run is cancelled, a turn in flight is awaited, but not retried.
   * @throws Outage if the model or its credentials are unavailable, UnrecoverableRunError if the request can never
   * succeed, BrokenAnswer if the answers broke off
   */
  async turn(
    request: Anthropic.MessageStreamParams,
    { leaseLost, cancelled }: RunSignals,
    meter: Metered,
  ): Promise<Anthropic.Message> {
    const attempt = async (): Promise<Anthropic.Message> => {
      await meter.reserve();
      try {
        return await this.once(request, leaseLost);
      } catch (error) {
        const verdict = verdictOn(error);
        if (verdict.unbilled) {
          await meter.release();
        }
        throw new FailedAttempt(verdict, error);
      }
    };
    return retry(attempt, {
      delay: (failures, error) => this.delayAfter(error, failures),
      signal: cancelled,
    });
  }

  /**
   * How a model can think, by its own account; null if it does not say: a server need not have the Models API, and a run
   * does well without.
   */
  async thinking(model: string, { cancelled }: RunSignals): Promise<Thinking> {
    if (!this.settings.thinks) {
      return null;
    }
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(longestLookMs)]);
    try {
      return thinkingOf(await this.client.models.retrieve(model, {}, { signal }));
    } catch {
      cancelled.throwIfAborted();
      return null;
    }
  }

  /** Milliseconds before the next attempt. @throws the run's error if none is to be made */
  private delayAfter(error: unknown, failures: number): number {
    if (!(error instanceof FailedAttempt)) {
      throw error;
    }
    const { verdict, cause } = error;
    const usualMs = doubling(this.settings.retryMs)(failures);
    if (verdict.kind === 'unrecoverable') {
      throw verdict.error;
    }
    if (verdict.kind === 'broken' && failures >= brokenAttempts) {
      throw new BrokenAnswer(verdict.error.message, { cause: verdict.error });
    }
    if (verdict.kind === 'broken') {
      return usualMs;
    }
    const delayMs = verdict.retryAfterMs ?? usualMs;
    if (verdict.kind === 'outage' || failures >= attempts || delayMs > longestDelayMs) {
      throw new Outage(verdict.reason, Math.max(delayMs, outageMs), { cause });
    }
    return delayMs;
  }

  private async once(
    request: Anthropic.MessageStreamParams,
    signal: AbortSignal,
  ): Promise<Anthropic.Message> {
    const late = AbortSignal.timeout(this.settings.turnMs);
    const silence = new AbortController();
    const idle = setTimeout(() => silence.abort(), this.settings.idleMs);
    const stream = this.client
      .withOptions({ fetch: tellingFetch(() => idle.refresh()) })
      .messages.stream(request, { signal: AbortSignal.any([signal, late, silence.signal]) });
    try {
      return await stream.finalMessage();
    } finally {
      clearTimeout(idle);
    }
  }
}
