import type { Run } from '@warren/contracts';
import type { System } from '@warren/testing';

/** Workers beside a system, always two of them: one that may be killed, and one that takes its work up. */
export interface WorkerPair {
  /** Kills the worker that has the run in hand, as `kill -9` does, and has another started. */
  kill(run: Pick<Run, 'worker'>): Promise<void>;
}

/** Starts two workers beside a system that has none. */
export async function startWorkerPair(system: System): Promise<WorkerPair> {
  const start = async () => system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
  const workers = [await start(), await start()];
  const kill: WorkerPair['kill'] = async ({ worker }) => {
    const doomed = workers.find(({ pid, running }) => running() && worker?.endsWith(`:${pid}`) === true);
    if (doomed === undefined) throw new Error(`${String(worker)} is none of this crew`);
    doomed.signal('SIGKILL');
    await doomed.ended;
    workers.push(await start());
  };
  return { kill };
}
