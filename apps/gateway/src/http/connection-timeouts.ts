import type { FastifyInstance } from 'fastify';

/** Largest head of a request, in bytes: a mapping of columns is a query parameter, where a letter may take six of them. */
export const maxHeaderSize = 96 * 1024;
/** Deadline for the headers of a request. */
const headersTimeoutMs = 20_000;
const checkIntervalMs = 2_000;
/** Time added to the deadline of a body, in which the rest of it is drained. */
const drainMs = 120_000;
/** Idle time after which a client that does not read its answer is disconnected. */
const unreadMs = 60_000;

/** Server options that close silent connections. @param bodyMs deadline of the largest bodies */
export function connectionTimeouts(bodyMs: number) {
  return {
    requestTimeout: Math.min(2 ** 31 - 1, bodyMs + drainMs),
    // Node's own answer to a request without the header Host is empty: rejectInvalidHeaders answers instead
    http: {
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: checkIntervalMs,
      requireHostHeader: false,
      maxHeaderSize,
    },
  } as const;
}

/** Closes connections whose client does not read the answer, server-sent events included. */
export function closeUnreadConnections(server: FastifyInstance, ms = unreadMs): void {
  // the timeout counts from the last bytes sent; Node sets its own once the answer is complete
  server.addHook('onSend', (_request, reply, _payload, done) => {
    reply.raw.socket?.setTimeout(ms);
    done();
  });
}
