import Anthropic from '@anthropic-ai/sdk';
import { Injectable } from '@nestjs/common';
import { Outage } from '../../../run-state/run-errors.ts';
import { verdictOn } from './model-errors.ts';
import type { RunSignals } from '../../../run-state/run-signals.ts';
import { ModelSettings } from '../../../settings.ts';

const tries = 5;
/** Of a stream that was cut or held no message; what it had sent may have been billed. */
const brokenTries = 3;
/** A longer wait gives the job back instead of holding a worker. */
const longestWaitMs = 30_000;
const outageMs = 60_000;

/** Reserves what each try may cost before it is made, and gives that back where it cost nothing. */
export interface Metered {
  reserve(): Promise<void>;
  release(): Promise<void>;
}

/**
 * The Messages API through the SDK, streaming, with bounded tries of our own: the SDK's would sleep through a
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
   * One turn of the model, whole. A cancelled run's is waited for where it is under way, and not tried again.
   * @throws Outage where the model or its credentials are out, HopelessRun where the request can never succeed
   */
  async turn(
    request: Anthropic.MessageStreamParams,
    { leaseLost: dropped, cancelled: stopped }: RunSignals,
    meter: Metered,
  ): Promise<Anthropic.Message> {
    for (let attempt = 1; ; attempt += 1) {
      await meter.reserve();
      try {
        return await this.once(request, dropped);
      } catch (error) {
        const verdict = verdictOn(error);
        if (verdict.unbilled) {
          await meter.release();
        }
        stopped.throwIfAborted();
        if (verdict.kind === 'hopeless' || (verdict.kind === 'broken' && attempt >= brokenTries)) {
          throw verdict.error;
        }
        const asked = verdict.kind === 'broken' ? undefined : verdict.retryAfterMs;
        const waitMs = asked ?? this.settings.retryMs * 2 ** (attempt - 1);
        if (
          verdict.kind !== 'broken' &&
          (verdict.kind === 'outage' || attempt >= tries || waitMs > longestWaitMs)
        ) {
          throw new Outage(verdict.reason, Math.max(waitMs, outageMs), { cause: error });
        }
        await sleep(waitMs, stopped);
      }
    }
  }

  private async once(
    request: Anthropic.MessageStreamParams,
    signal: AbortSignal,
  ): Promise<Anthropic.Message> {
    const late = AbortSignal.timeout(this.settings.turnMs);
    const stream = this.client.messages.stream(request, { signal: AbortSignal.any([signal, late]) });
    const idle = setTimeout(() => stream.abort(), this.settings.idleMs);
    stream.on('streamEvent', () => idle.refresh());
    try {
      return await stream.finalMessage();
    } finally {
      clearTimeout(idle);
    }
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'));
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}
