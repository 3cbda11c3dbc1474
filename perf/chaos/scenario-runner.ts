import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { withoutLimits } from '../measure/without-limits.ts';
import { startClients } from './clients.ts';
import type { Clients } from './clients.ts';
import { drain, withDatabase } from './drain.ts';
import type { Left } from './drain.ts';
import { faults } from './faults.ts';
import { check } from './history/checker.ts';
import type { Finding, History } from './history/checker.ts';
import { createTriggers, startEventRecorder } from './history/event-recorder.ts';
import type { EventRecorder } from './history/event-recorder.ts';
import { readStored } from './history/read-history.ts';
import type { Stored } from './history/read-history.ts';
import { startModel } from './model.ts';
import type { ChaosModel } from './model.ts';
import { removePoison, createPoisonTrigger } from './poison.ts';
import { makeSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { startChaosSystem } from './system.ts';
import type { ChaosSystem } from './system.ts';

/** The outcome of a scenario: what the checker found, and figures. */
export interface ChaosResult {
  findings: Finding[];
  /** what was still unfinished at the deadline */
  left: Left;
  /** fault → how often */
  faults: Map<string, number>;
  /** faults that could not be injected, with the reason */
  failed: string[];
  /** ms from acceptance to the end, of each accepted run */
  durations: number[];
  byStatus: Map<string, number>;
  ledger: { calls: number; whole: number; broken: number; lost: number };
  history: History;
  stopsAndEnds: { stops: number; ends: number; workerEnds: number; leasesLost: number; dropped: number };
}

/** Counters of a scenario while it runs. */
interface Counters {
  stops: number;
  faults: Map<string, number>;
  failed: string[];
}

export interface ScenarioRunner {
  system: ChaosSystem;
  model: ChaosModel;
  /** Runs schedules one after the other on the same system, then checks the history. */
  run(schedules: readonly Schedule[], drainMs: number, log?: (line: string) => void): Promise<ChaosResult>;
  stop(): Promise<void>;
}

/** Environment of every service: short timeouts of the model client, high limits. */
const env = {
  ANALYST: 'claude',
  MODEL_IDLE_MS: '3000',
  MODEL_RETRY_MS: '50',
  MAX_COST: '50',
  MAX_COST_PER_DAY: 'none',
  ...withoutLimits,
  MAX_TURNS: '12',
};

/** Starts a system with a community, a model and an event recorder. @param more environment variables of every service */
export async function startScenarioRunner(
  seed: number,
  members: string,
  more: Record<string, string> = {},
): Promise<ScenarioRunner> {
  const model = await startModel(seed);
  const system = await startChaosSystem({ ...env, ...more, ANTHROPIC_BASE_URL: model.url });
  await withDatabase(system, async (client) => {
    await createTriggers(client);
    await createPoisonTrigger(client);
  });
  const recorder = await startEventRecorder(system.natsServer.url);
  const imported = await fetch(`${system.api}/members/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: await readFile(members),
  });
  if (imported.status !== 200) {
    throw new Error(`import answered ${imported.status}: ${await imported.text()}`);
  }
  return {
    system,
    model,
    run: async (schedules, drainMs, log = (): void => undefined) => {
      const clients = startClients(system.api);
      const count: Counters = { stops: 0, faults: new Map(), failed: [] };
      for (const schedule of schedules) {
        await runSchedule(schedule, system, clients, count, log);
      }
      model.behave();
      log('healed; waits until the system is idle');
      const left = await drain(system, drainMs);
      return await compare({ system, model, recorder, clients, count, left, drainMs });
    },
    stop: async () => {
      await recorder.stop();
      await system.stop();
      await model.stop();
    },
  };
}

/** Sends the requests and injects the faults of a schedule, each at its time; ends when all are sent and healed. */
async function runSchedule(
  schedule: Schedule,
  system: ChaosSystem,
  clients: Clients,
  count: Counters,
  log: (line: string) => void,
): Promise<void> {
  const start = Date.now();
  const until = async (atMs: number): Promise<void> => delay(Math.max(0, start + atMs - Date.now()));
  const running = new Map<string, Promise<void>>();
  await Promise.all([
    ...schedule.requests.map(async (ask) => {
      await until(ask.atMs);
      await clients.send(ask);
    }),
    ...schedule.faults.map(async ({ atMs, name, forMs, pick }) => {
      await until(atMs);
      const fault = faults.find((each) => each.name === name);
      if (fault === undefined) {
        throw new Error(`there is no fault ${name}`);
      }
      const what = fault.resource(pick);
      const injected = (running.get(what) ?? Promise.resolve()).then(async () => {
        try {
          await fault.inject(system, pick);
        } catch (error) {
          // The previous fault may have left nothing to break.
          count.failed.push(`${name}: ${String(error)}`);
          return;
        }
        log(`${((Date.now() - start) / 1_000).toFixed(1)} s: ${name} (${what})`);
        count.faults.set(name, (count.faults.get(name) ?? 0) + 1);
        count.stops += name.startsWith('stop ') ? 1 : 0;
        await delay(Math.max(forMs, fault.minMs ?? 0));
        await fault.heal(system, pick);
      });
      running.set(what, injected);
      await injected;
    }),
  ]);
}

interface Ended {
  system: ChaosSystem;
  model: ChaosModel;
  recorder: EventRecorder;
  clients: Clients;
  count: Counters;
  left: Left;
  drainMs: number;
}

async function compare(ended: Ended): Promise<ChaosResult> {
  const { system, model, recorder, clients, count } = ended;
  const before = await withDatabase(system, readStored);
  const parked = before.runs.flatMap(({ id, status }) => (status === 'parked' ? [id] : []));
  await withDatabase(system, removePoison);
  for (const id of parked) {
    await clients.replay(id);
  }
  const left = [...ended.left, ...(parked.length > 0 ? await drain(system, ended.drainMs) : [])];
  const stored = await withDatabase(system, readStored);
  await waitForAllEvents(recorder, stored, 10_000);
  const calls = model.calls();
  const workers = [system.services['worker-1'], system.services['worker-2']];
  const workerEnds = workers.reduce((sum, worker) => sum + worker.ends(), 0);
  const leasesLost = await system.linesWith('was claimed by another worker');
  const history: History = {
    ...stored,
    accepted: clients.accepted,
    received: [...recorder.received].map(([messageId, version]) => ({ messageId, version })),
    written: stored.written.map(({ port, ...row }) => ({ ...row, by: system.writers.at(port, row.at) })),
    calls: calls.map(({ index, turn, at, outcome, broken, text }) => ({
      messageId: `msg_scripted_${index}`,
      runId: runOf(text, stored.runOfToolUse),
      turn,
      at,
      outcome,
      broken,
    })),
    workerEnds,
    leasesLost,
    stops: count.stops,
    parked,
    replayed: parked.filter((id) => stored.runs.some((run) => run.id === id && run.status === 'succeeded')),
  };
  const kept = new Set(stored.turns.map(({ messageId }) => messageId));
  return {
    findings: check(history),
    left,
    faults: count.faults,
    failed: count.failed,
    durations: clients.accepted.flatMap(({ runId, at }) => {
      const endedAt = before.endedAt.get(runId);
      return endedAt === undefined ? [] : [Math.max(0, endedAt - at)];
    }),
    byStatus: new Map(
      [...Map.groupBy(before.runs, ({ status }) => status)].map(([status, runs]) => [status, runs.length]),
    ),
    ledger: {
      calls: calls.length,
      whole: calls.filter(({ outcome }) => outcome === 'whole').length,
      broken: calls.filter(({ broken }) => broken).length,
      lost: history.calls.filter(({ messageId, broken }) => !broken && !kept.has(messageId)).length,
    },
    history,
    stopsAndEnds: {
      stops: count.stops,
      ends: Object.values(system.services).reduce((sum, service) => sum + service.ends(), 0),
      workerEnds,
      leasesLost,
      dropped: Object.values(system.nats).reduce((sum, proxy) => sum + proxy.dropped(), 0),
    },
  };
}

/** Waits for the recorder, which may be a moment behind the outbox. */
async function waitForAllEvents(recorder: EventRecorder, stored: Stored, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  const missing = (): boolean => {
    const received = new Set(recorder.received.values());
    return stored.published.some((version) => !received.has(version));
  };
  while (missing() && Date.now() < until) {
    await delay(50);
  }
}

/** The run that a request to the model belongs to, by the ids of its tool calls; unknown in a first turn. */
function runOf(text: string, runOfToolUse: ReadonlyMap<string, number>): number | undefined {
  const id = /"id":"(toolu_[^"]+)"/.exec(text)?.[1];
  return id === undefined ? undefined : runOfToolUse.get(id);
}

/** A schedule with all faults of the table. */
export function fullSchedule(seed: number, runs: number, lengthMs: number): Schedule {
  return makeSchedule({ seed, runs, lengthMs, faults: faults.map(({ name }) => name) });
}
