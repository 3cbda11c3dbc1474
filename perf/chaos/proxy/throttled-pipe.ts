import type { Socket } from 'node:net';

/** What is done at this moment to all bytes that go one way. */
export type Weather = { held: boolean; delayMs: number };

/** One direction of one connection: passes bytes on in order, later or not at all, and at last the end. */
export type Way = {
  push(frame: Buffer): void;
  end(): void;
  /** Passes on what has waited long enough. */
  pump(): void;
  /** From now on nothing is passed on any more, whatever the weather. */
  strand(): void;
};

/** Passes what is pushed on to `to`, as the weather allows. Closing the connection has to wait its turn, too. */
export function startWay(to: Socket, weather: Weather): Way {
  const waiting: { frame: Buffer | undefined; due: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stranded = false;
  const pump = (): void => {
    clearTimeout(timer);
    for (let first = waiting[0]; first !== undefined && !weather.held && !stranded; first = waiting[0]) {
      const left = first.due - Date.now();
      if (left > 0) {
        timer = setTimeout(pump, left).unref();
        return;
      }
      waiting.shift();
      if (first.frame === undefined) {
        to.destroy();
      } else if (!to.destroyed) {
        to.write(first.frame);
      }
    }
  };
  const add = (frame: Buffer | undefined): void => {
    waiting.push({ frame, due: Date.now() + weather.delayMs });
    pump();
  };
  return { push: add, end: () => add(undefined), pump, strand: () => (stranded = true) };
}
