import type { JsMsg } from '@nats-io/jetstream';
import type { JetStreamContext } from './jetstream-context.ts';

/**
 * Keeps a message in hand alive while its handler works: every `everyMs` the context's hooks run, then `working()` is
 * said. It ends when a hook throws (the work is not ours any more), after `atMostMs`, or when the returned stop is called.
 */
export function heartbeat(
  message: JsMsg,
  context: JetStreamContext,
  everyMs: number,
  atMostMs: number,
): () => void {
  const until = performance.now() + atMostMs;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const beat = async (): Promise<void> => {
    try {
      for (const hook of context.beforeHeartbeat) {
        await hook();
      }
    } catch {
      return;
    }
    if (!stopped && performance.now() < until) {
      message.working();
      timer = setTimeout(() => void beat(), everyMs);
    }
  };
  timer = setTimeout(() => void beat(), everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
