import { type Socket, connect, createServer } from 'node:net';
import { natsFrames } from './nats-frames.ts';
import { type Way, type Weather, startWay } from './throttled-pipe.ts';

/** Towards the server, or back to the client. */
export type Direction = 'up' | 'down';

/** A TCP proxy between one service and one server, to break what is between them. */
export type Proxy = {
  port: number;
  /** Breaks every connection off; new ones are taken. */
  cut(): void;
  /** Breaks every connection off, and new ones too from now on, as where the server is down. */
  refuse(): void;
  /** Bytes of a direction wait from now on, as where packets get lost: nobody is told, not even of a closed end. */
  hold(...directions: Direction[]): void;
  /** Each connection that stands is half-open from now on: neither end hears of the other again. New ones are whole. */
  strand(): void;
  /** Bytes take so much longer both ways. */
  delay(ms: number): void;
  /** Lets everything through again, and what waited first. */
  release(): void;
  /** Swallows the next frame of a direction that matches; NATS alone. Gives how many were swallowed so far. */
  dropNext(direction: Direction, pattern: RegExp): void;
  dropped(): number;
  stop(): Promise<void>;
};

/**
 * Starts a proxy on a free port of 127.0.0.1.
 * @param options.opened is told the port by which the server knows each new connection
 */
export async function startProxy(options: {
  to: number;
  protocol: 'nats' | 'postgres';
  opened?: (port: number) => void;
}): Promise<Proxy> {
  const weather: Record<Direction, Weather> = {
    up: { held: false, delayMs: 0 },
    down: { held: false, delayMs: 0 },
  };
  const unwanted: { direction: Direction; pattern: RegExp }[] = [];
  const sockets = new Set<Socket>();
  const ways = new Set<Way>();
  let swallowed = 0;
  let isRefusing = false;

  const isUnwanted = (direction: Direction, frame: Buffer): boolean => {
    const at = unwanted.findIndex(
      (each) => each.direction === direction && each.pattern.test(frame.toString('latin1')),
    );
    if (at >= 0) {
      unwanted.splice(at, 1);
      swallowed += 1;
    }
    return at >= 0;
  };
  const join = (from: Socket, to: Socket, direction: Direction): void => {
    const way = startWay(to, weather[direction]);
    const split = options.protocol === 'nats' ? natsFrames() : (bytes: Buffer) => [bytes];
    ways.add(way);
    sockets.add(from);
    from.setNoDelay(true);
    from.on('error', () => undefined);
    from.on('data', (bytes) => {
      for (const frame of split(bytes)) {
        if (!isUnwanted(direction, frame)) way.push(frame);
      }
    });
    from.once('close', () => {
      sockets.delete(from);
      way.end();
    });
    to.once('close', () => ways.delete(way));
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
  const pumpAll = (): void => ways.forEach((way) => way.pump());
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: await listen(server),
    cut,
    hold: (...directions) => directions.forEach((direction) => (weather[direction].held = true)),
    strand: () => ways.forEach((way) => way.strand()),
    delay: (ms) => Object.values(weather).forEach((each) => (each.delayMs = ms)),
    refuse: () => {
      isRefusing = true;
      cut();
    },
    release: () => {
      isRefusing = false;
      Object.values(weather).forEach((each) => Object.assign(each, { held: false, delayMs: 0 }));
      pumpAll();
    },
    dropNext: (direction, pattern) => unwanted.push({ direction, pattern }),
    dropped: () => swallowed,
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
      if (address === null || typeof address === 'string') reject(new Error('no TCP address to listen on'));
      else resolve(address.port);
    });
  });
}
