import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/** Range below the ephemeral ports of Linux (from 32768), macOS and Windows (from 49152). */
const [lowest, highest] = [10_000, 32_000];
const tries = 50;

/**
 * Returns a TCP port of 127.0.0.1 that nothing listens on now. Not an ephemeral one, which the next connection of any
 * program may take before the caller listens on it.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (await canListen(port)) {
      return port;
    }
  }
  throw new Error(`no free TCP port was found from ${lowest} to ${highest} in ${tries} tries`);
}

async function canListen(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Returns whether something accepts connections on a TCP port of 127.0.0.1. */
export async function portInUse(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    const settle = (inUse: boolean): void => {
      socket.destroy();
      resolve(inUse);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Returns the port to start a server on: the given one, or a free one. Throws where the given one is taken. */
export async function choosePort(given: number | undefined, what: string): Promise<number> {
  if (given === undefined) {
    return freePort();
  }
  if (await portInUse(given)) {
    throw new Error(
      `port ${given} is in use, ${what} cannot start there: stop what uses it or give another port`,
    );
  }
  return given;
}
