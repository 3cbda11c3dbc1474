import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startService } from '@warren/servers';
import type { ServerProcess } from '@warren/servers';
import type { ServiceName } from '@warren/testing';

const root = join(import.meta.dirname, '../..');
const restartMs = 250;

/** A service that is restarted whenever it ends, as an operator's supervisor does. */
export interface Supervised {
  readonly pid: number;
  /** Number of times its process ended unexpectedly. */
  ends(): number;
  /** Ends it at once, with SIGKILL. */
  kill(): void;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Kills it; each of its next starts has one of these failpoints, those after them none. */
  breakAt(...failpoints: string[]): void;
  stop(): Promise<void>;
}

/** Starts a service, and restarts it until `stop`. */
export async function supervise(options: {
  name: ServiceName;
  env: Record<string, string>;
  /** prefix of the log file of each start */
  logPrefix: string;
}): Promise<Supervised> {
  const failpoints: string[] = [];
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let starts = 0;
  let ends = 0;
  const start = async (): Promise<ServerProcess> => {
    starts += 1;
    const failpoint = failpoints.shift();
    return startService({
      entry: join(root, 'apps', options.name, 'dist/service/main.js'),
      logFile: `${options.logPrefix}-${starts}.log`,
      env: { ...options.env, ...(failpoint !== undefined && { WARREN_FAILPOINT: failpoint }) },
    });
  };
  let process = await start();
  const watching = (async (): Promise<void> => {
    for (;;) {
      await process.ended;
      if (isStopping()) {
        return;
      }
      ends += 1;
      await delay(restartMs);
      if (isStopping()) {
        return;
      }
      process = await start();
    }
  })();
  return {
    get pid() {
      return process.pid;
    },
    ends: () => ends,
    kill: () => process.signal('SIGKILL'),
    signal: (signal) => process.signal(signal),
    breakAt: (...names) => {
      failpoints.push(...names);
      process.signal('SIGKILL');
    },
    stop: async () => {
      stopping.abort();
      await process.stop(15_000);
      await watching;
      await process.stop(15_000);
    },
  };
}
