import type { Run } from '@warren/contracts';
import type { System } from '@warren/testing';

/** Two workers of a system: one that may be killed, and one that takes over its work. */
export interface WorkerPair {
  /** Kills the worker of the run, as `kill -9` does, and starts another. */
  kill(run: Pick<Run, 'worker'>): Promise<void>;
}

/** Starts two workers beside a system that has none. */
export async function startWorkerPair(system: System): Promise<WorkerPair> {
  const start = async () => system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  const workers = [await start(), await start()];
  const kill: WorkerPair['kill'] = async ({ worker }) => {
    const victim = workers.find(({ pid, running }) => running() && worker?.endsWith(`:${pid}`) === true);
    if (victim === undefined) {
      throw new Error(`${String(worker)} is not one of these workers`);
    }
    victim.signal('SIGKILL');
    await victim.ended;
    workers.push(await start());
  };
  return { kill };
}
