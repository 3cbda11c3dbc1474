import type { Run } from '@warren/contracts';
import type { System } from '@warren/testing';

/** Two workers of a system: one that may be killed, and one that takes over its work. */
export interface WorkerPair {
  /**
   * Kills the worker of the run, as `kill -9` does, and begins to start another. It does not wait for that one: PostgreSQL
   * soon notices that the client of a statement is gone, and ends it.
   */
  kill(run: Pick<Run, 'worker'>): Promise<void>;
  /** Resolves once there are two again. */
  ready(): Promise<void>;
}

/** Starts two workers beside a system that has none. */
export async function startWorkerPair(system: System): Promise<WorkerPair> {
  const start = async () => system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  const workers = [await start(), await start()];
  let replaced: Promise<void> = Promise.resolve();
  const ready: WorkerPair['ready'] = async () => replaced;
  const kill: WorkerPair['kill'] = async ({ worker }) => {
    await ready();
    const victim = workers.find(({ pid, running }) => running() && worker?.endsWith(`:${pid}`) === true);
    if (victim === undefined) {
      throw new Error(`${String(worker)} is not one of these workers`);
    }
    victim.signal('SIGKILL');
    await victim.ended;
    replaced = start().then((another) => void workers.push(another));
    // whoever waits for it hears of a failure
    replaced.catch(() => undefined);
  };
  return { kill, ready };
}
