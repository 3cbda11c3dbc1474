import { once } from 'node:events';
import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { PoolClient } from 'pg';
import { z } from 'zod';

/** Address of a client's connection, and the key that the server gave it at the start: members of pg's `Client`. */
const Connected = z.object({
  host: z.string(),
  port: z.number(),
  processID: z.int(),
  secretKey: z.int(),
  ssl: z.union([z.boolean(), z.custom<ConnectionOptions>((value) => typeof value === 'object')]),
});

/** `CancelRequest` and `SSLRequest`: a number in place of a protocol version. */
const codes = { cancel: (1234 << 16) | 5678, tls: (1234 << 16) | 5679 };
const longestMs = 2_000;

/**
 * Asks the server to cancel the statement of a client (PostgreSQL, "Canceling Requests in Progress"), on a connection of
 * its own, which counts against no limit and uses TLS where the client does: its key would let others cancel too. Ends once
 * the server has received it, or after 2 s; the statement may have ended before.
 */
export async function cancelStatement(client: PoolClient): Promise<void> {
  const to = Connected.safeParse(client).data;
  if (to === undefined) {
    return;
  }
  const socket = to.host.startsWith('/')
    ? connect(`${to.host}/.s.PGSQL.${to.port}`)
    : connect(to.port, to.host);
  socket.on('error', () => undefined);
  const signal = AbortSignal.timeout(longestMs);
  try {
    const open = to.ssl === false ? socket : await secured(socket, to.host, to.ssl, signal);
    open.write(request(codes.cancel, to.processID, to.secretKey));
    open.resume();
    // The server closes it when the signal has been sent.
    await once(open, 'close', { signal });
  } catch {
    // It cannot be reached, or takes too long: the statement ends by its timeout.
  } finally {
    socket.destroy();
  }
}

/** Starts TLS as the client did. @throws Error where the server has none, or another certificate */
async function secured(
  socket: Socket,
  host: string,
  ssl: true | ConnectionOptions,
  signal: AbortSignal,
): Promise<Socket> {
  socket.write(request(codes.tls));
  const answer: unknown = await once(socket, 'data', { signal });
  if (String(answer) !== 'S') {
    throw new Error('The server has no TLS any more');
  }
  const options = ssl === true ? {} : ssl;
  const open = connectTls({ ...options, socket, host, ...(isIP(host) === 0 && { servername: host }) });
  open.on('error', () => undefined);
  await once(open, 'secureConnect', { signal });
  return open;
}

/** A request that begins a connection: its length, then numbers of 32 bits. */
function request(...numbers: readonly number[]): Buffer {
  const packet = Buffer.alloc(4 * (numbers.length + 1));
  [packet.length, ...numbers].forEach((number, at) => packet.writeInt32BE(number, 4 * at));
  return packet;
}
