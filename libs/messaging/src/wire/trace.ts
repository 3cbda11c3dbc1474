import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const current = new AsyncLocalStorage<string>();
const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Returns the `traceparent` (W3C Trace Context) of the current work, or a new one. */
export function traceparent(): string {
  return current.getStore() ?? `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

/** Returns the trace id of the current work, 32 hexadecimal digits. */
export function traceId(): string {
  return traceparent().split('-')[1] ?? '';
}

/** Runs `work` under the caller's `traceparent`; an absent or malformed one starts a new trace. */
export function withTrace<T>(header: string | undefined, work: () => T): T {
  return current.run(header !== undefined && form.test(header) ? header : traceparent(), work);
}
