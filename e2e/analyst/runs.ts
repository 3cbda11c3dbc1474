import { DiscoverReply, Run, hasEnded } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import type { System } from '@warren/testing';

/** Requests a discovery, without waiting for it. @returns the run's id */
export async function accept(system: System): Promise<number> {
  const { status, body } = await system.call('patterns/discover', {
    method: 'POST',
    headers: { prefer: 'respond-async' },
  });
  if (status !== 202) {
    throw new Error(`discover answered ${status}: ${JSON.stringify(body)}`);
  }
  return DiscoverReply.parse(body).run_id;
}

/** The current state of a run. */
export async function runOf(system: System, id: number): Promise<Run> {
  return Run.parse((await system.call(`discovery-runs/${id}`)).body);
}

/** Waits until a run satisfies a condition. */
export async function runWhen(system: System, id: number, condition: (run: Run) => boolean): Promise<Run> {
  return waitFor(
    async () => {
      const run = await runOf(system, id);
      return condition(run) && run;
    },
    { describe: `run ${id} to change`, timeoutMs: 30_000 },
  );
}

/** Waits until a run has ended. */
export async function ended(system: System, id: number): Promise<Run> {
  return runWhen(system, id, ({ status }) => hasEnded(status));
}

/** Replays an ended run from its checkpoint, and waits for its next end. */
export async function replayed(system: System, id: number, maxCost?: number): Promise<Run> {
  const { status, body } = await system.call(`discovery-runs/${id}/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(maxCost === undefined ? {} : { max_cost: maxCost }),
  });
  if (status >= 300) {
    throw new Error(`replay answered ${status}: ${JSON.stringify(body)}`);
  }
  return ended(system, id);
}
