import type { FastifyInstance } from 'fastify';

/** How long the head of a request may take. */
const headMs = 20_000;
const lookMs = 2_000;
/** What is beyond the bounds of a body is let go by for a while. */
const spareMs = 120_000;
/** A client that reads nothing of its answer for so long is let go of. */
const unreadMs = 60_000;

/** How a server must be made so that no connection is held by who says nothing. @param bodyMs for the longest of bodies */
export function connectionTimeouts(bodyMs: number) {
  return {
    requestTimeout: Math.min(2 ** 31 - 1, bodyMs + spareMs),
    // Node's own answer to a request without the header Host is empty: such are refused by rejectInvalidHeaders.
    http: { headersTimeout: headMs, connectionsCheckingInterval: lookMs, requireHostHeader: false },
  } as const;
}

/** Ends the connection of a client that does not read the answer it is sent, server-sent events among them. */
export function closeUnreadConnections(server: FastifyInstance, ms = unreadMs): void {
  // Node counts what leaves the machine as a sign of life, and sets its own time once the answer is through.
  server.addHook('onSend', (_request, reply, _payload, done) => {
    reply.raw.socket?.setTimeout(ms);
    done();
  });
}
