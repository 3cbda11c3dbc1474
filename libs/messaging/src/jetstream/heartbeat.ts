import type { JsMsg } from '@nats-io/jetstream';
import type { JetStreamContext } from './jetstream-context.ts';

/**
 * Sends heartbeats for a message while its handler works: every `everyMs` the context's hooks run, then `working()` is
 * called. Where a hook throws, this heartbeat is omitted; where that lasts for the ack wait, the message is
 * redelivered. Ends after `atMostMs`, or when the returned function is called.
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
    const isOurs = await passes(context.beforeHeartbeat);
    if (stopped || performance.now() >= until) {
      return;
    }
    if (isOurs) {
      message.working();
    }
    timer = setTimeout(() => void beat(), everyMs);
  };
  timer = setTimeout(() => void beat(), everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function passes(hooks: readonly (() => Promise<void>)[]): Promise<boolean> {
  try {
    for (const hook of hooks) {
      await hook();
    }
    return true;
  } catch {
    return false;
  }
}
