import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { natsFrames } from './nats-frames.ts';
import { throttledPipe } from './throttled-pipe.ts';
import type { ThrottledPipe, LinkState } from './throttled-pipe.ts';

/** Towards the server, or back to the client. */
type Direction = 'up' | 'down';

/** A TCP proxy between one service and one server, to break what is between them. */
export interface Proxy {
  port: number;
  /** Breaks every connection; new ones are accepted. */
  cut(): void;
  /** Breaks every connection, and new ones too from now on, as when the server is down. */
  refuse(): void;
  /**
   * Keeps the bytes of a direction from now on, as when packets are lost: neither end is notified, not even of a close.
   */
  pause(...directions: Direction[]): void;
  /** Makes existing connections half-open: neither end receives anything from the other again. New ones work. */
  makeHalfOpen(): void;
  /** Delays bytes in both directions. */
  delay(ms: number): void;
  /** Restores normal forwarding, held bytes first. */
  heal(): void;
  /** Drops the next frame of a direction that matches; NATS only. */
  dropNext(direction: Direction, pattern: RegExp): void;
  /** Number of frames dropped so far. */
  dropped(): number;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free port of 127.0.0.1.
 * @param options.opened called with the client port of each new connection to the server
 */
export async function startProxy(options: {
  to: number;
  protocol: 'nats' | 'postgres';
  opened?: (port: number) => void;
}): Promise<Proxy> {
  const links: Record<Direction, LinkState> = {
    up: { paused: false, delayMs: 0 },
    down: { paused: false, delayMs: 0 },
  };
  const unwanted: { direction: Direction; pattern: RegExp }[] = [];
  const sockets = new Set<Socket>();
  const pipes = new Set<ThrottledPipe>();
  let dropped = 0;
  let isRefusing = false;

  const isUnwanted = (direction: Direction, frame: Buffer): boolean => {
    const at = unwanted.findIndex(
      (each) => each.direction === direction && each.pattern.test(frame.toString('latin1')),
    );
    if (at >= 0) {
      unwanted.splice(at, 1);
      dropped += 1;
    }
    return at >= 0;
  };
  const join = (from: Socket, to: Socket, direction: Direction): void => {
    const pipe = throttledPipe(to, links[direction]);
    const split = options.protocol === 'nats' ? natsFrames() : (bytes: Buffer) => [bytes];
    pipes.add(pipe);
    sockets.add(from);
    from.setNoDelay(true);
    from.on('error', () => undefined);
    from.on('data', (bytes) => {
      for (const frame of split(bytes)) {
        if (!isUnwanted(direction, frame)) {
          pipe.push(frame);
        }
      }
    });
    from.once('close', () => {
      sockets.delete(from);
      pipe.end();
    });
    to.once('close', () => pipes.delete(pipe));
  };
  const server = createServer((client) => {
    if (isRefusing) {
      client.destroy();
      return;
    }
    const upstream = connect({ host: '127.0.0.1', port: options.to });
    upstream.once('connect', () => options.opened?.(upstream.localPort ?? 0));
    join(client, upstream, 'up');
    join(upstream, client, 'down');
  });
  const pumpAll = (): void => pipes.forEach((pipe) => pipe.pump());
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: await listen(server),
    cut,
    pause: (...directions) => directions.forEach((direction) => (links[direction].paused = true)),
    makeHalfOpen: () => pipes.forEach((pipe) => pipe.blackHole()),
    delay: (ms) => Object.values(links).forEach((each) => (each.delayMs = ms)),
    refuse: () => {
      isRefusing = true;
      cut();
    },
    heal: () => {
      isRefusing = false;
      for (const link of Object.values(links)) {
        link.paused = false;
        link.delayMs = 0;
      }
      pumpAll();
    },
    dropNext: (direction, pattern) => unwanted.push({ direction, pattern }),
    dropped: () => dropped,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      await closed;
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('no TCP address to listen on'));
      } else {
        resolve(address.port);
      }
    });
  });
}
