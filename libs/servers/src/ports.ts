import { connect, createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no TCP address to listen on'));
        else resolve(address.port);
      });
    });
  });
}

/** Whether something answers on a TCP port of 127.0.0.1. */
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

/** The port to start a server on: the given one, refused where it is taken, else a free one. */
export async function choosePort(given: number | undefined, what: string): Promise<number> {
  if (given === undefined) return freePort();
  if (await portInUse(given)) {
    throw new Error(
      `port ${given} is in use, ${what} cannot start there: stop what uses it or give another port`,
    );
  }
  return given;
}
