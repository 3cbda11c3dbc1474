import type { Socket } from 'node:net';

/** Settings of one direction of a link, which may change at any time. */
export interface LinkState {
  paused: boolean;
  delayMs: number;
}

/** One direction of one connection: forwards bytes in order, then the end, immediately, delayed or never. */
export interface ThrottledPipe {
  push(frame: Buffer): void;
  end(): void;
  /** Forwards the bytes that are due. */
  pump(): void;
  /** Stops forwarding for good, whatever the link's state. */
  blackHole(): void;
}

/** Forwards pushed bytes to `to` as the link's state allows. Closing the connection is queued behind them. */
export function throttledPipe(to: Socket, link: LinkState): ThrottledPipe {
  const waiting: { frame: Buffer | undefined; due: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isBlackHole = false;
  const pump = (): void => {
    clearTimeout(timer);
    for (let first = waiting[0]; first !== undefined && !link.paused && !isBlackHole; first = waiting[0]) {
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
    waiting.push({ frame, due: Date.now() + link.delayMs });
    pump();
  };
  return { push: add, end: () => add(undefined), pump, blackHole: () => (isBlackHole = true) };
}
