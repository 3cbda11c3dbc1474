import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy to PostgreSQL that forwards a commit and closes the connection before its answer. */
export interface CommitProxy {
  readonly port: number;
  /** Loses the answer to the next commit of a transaction in whose statements or values the pattern occurs. */
  loseNext(...patterns: RegExp[]): void;
  /** The patterns that have not occurred yet. */
  waiting(): RegExp[];
  stop(): Promise<void>;
}

/** `CommandComplete` as PostgreSQL words it: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const answerTo = (command: 'COMMIT' | 'ROLLBACK'): string => `${command}\0`;

/** Starts the proxy on a free port of 127.0.0.1. */
export async function startCommitProxy(to: number): Promise<CommitProxy> {
  let waiting: RegExp[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect({ host: '127.0.0.1', port: to });
    let seen = '';
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes) => {
      seen += bytes.toString('latin1');
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      const answer = bytes.toString('latin1');
      if (answer.includes(answerTo('COMMIT'))) {
        const lost = waiting.find((pattern) => pattern.test(seen));
        if (lost !== undefined) {
          waiting = waiting.filter((pattern) => pattern !== lost);
          client.destroy();
          return;
        }
      }
      if (answer.includes(answerTo('COMMIT')) || answer.includes(answerTo('ROLLBACK'))) {
        seen = '';
      }
      client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    loseNext: (...patterns) => waiting.push(...patterns),
    waiting: () => waiting,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}
