import { Agent, request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** A client with an address of its own on this machine: the gateway counts those without a login by address. */
export interface Client {
  /** Sends a request. @returns the status, 0 where there is no answer, and what closes the connection */
  send(path: string, options?: SendOptions): Promise<Sent>;
}

interface SendOptions {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** leaves the answer open, as that of an event stream, and reads it */
  open?: boolean;
}

interface Sent {
  status: number;
  /** milliseconds until the head of the answer, or its end if it is not left open */
  ms: number;
  close(): void;
}

/** Creates a client that connects from an address, e.g. `127.0.0.2`. @param api base of the REST API */
export function clientAt(localAddress: string, api: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  return {
    async send(path, { method = 'GET', headers = {}, open = false } = {}) {
      const from = performance.now();
      return new Promise((resolve) => {
        const sent: ClientRequest = request(`${api}/${path}`, {
          method,
          headers,
          localAddress,
          agent: open ? false : agent,
        });
        const done = (status: number): void =>
          resolve({ status, ms: performance.now() - from, close: () => sent.destroy() });
        sent.on('error', () => done(0));
        sent.on('response', (answer: IncomingMessage) => {
          const status = answer.statusCode ?? 0;
          answer.on('error', () => undefined);
          answer.resume();
          if (open && status === 200) {
            done(status);
          } else {
            answer.on('close', () => done(status));
          }
        });
        sent.end();
      });
    },
  };
}

/** How many answers had each status, most frequent first: `150 × 200, 1850 × 429`. */
export function countsOf(statuses: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const status of statuses) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([status, count]) => `${count} × ${status === 0 ? 'no answer' : status}`)
    .join(', ');
}
