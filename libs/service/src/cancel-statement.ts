import { once } from 'node:events';
import { connect } from 'node:net';
import type { PoolClient } from 'pg';
import { z } from 'zod';

/** Address of a client's connection, and the key that the server gave it at the start: members of pg's `Client`. */
const Connected = z.object({
  host: z.string(),
  port: z.number(),
  processID: z.int(),
  secretKey: z.int(),
});

/** `CancelRequest`: its length, then 1234 and 5678 in place of a protocol version. */
const codes = { length: 16, request: (1234 << 16) | 5678 };
const longestMs = 2_000;

/**
 * Asks the server to cancel the statement of a client (PostgreSQL, "Canceling Requests in Progress"), on a connection of
 * its own, which counts against no limit. Ends once the server has received it, or after 2 s; the statement may have
 * ended before.
 */
export async function cancelStatement(client: PoolClient): Promise<void> {
  const to = Connected.safeParse(client).data;
  if (to === undefined) {
    return;
  }
  const packet = Buffer.alloc(codes.length);
  packet.writeInt32BE(codes.length, 0);
  packet.writeInt32BE(codes.request, 4);
  packet.writeInt32BE(to.processID, 8);
  packet.writeInt32BE(to.secretKey, 12);
  const socket = to.host.startsWith('/')
    ? connect(`${to.host}/.s.PGSQL.${to.port}`)
    : connect(to.port, to.host);
  socket.on('error', () => undefined);
  socket.write(packet);
  socket.resume();
  // The server closes it when the signal has been sent.
  await once(socket, 'close', { signal: AbortSignal.timeout(longestMs) }).catch(() => undefined);
  socket.destroy();
}
