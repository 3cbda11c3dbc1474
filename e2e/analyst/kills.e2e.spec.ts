import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { hasEnded } from '@warren/contracts';
import type { Pattern, Run } from '@warren/contracts';
import { byTurn, waitFor } from '@warren/testing';
import type { Script, ScriptedRequest } from '@warren/testing';
import { patternsOf, rowsOf, sample } from '../support.ts';
import { boundaries } from './boundaries.ts';
import { setBreakpoint } from './breakpoints.ts';
import { unproven } from './proof.ts';
import { accept, runOf, runWhen } from './runs.ts';
import {
  analyse,
  candidatesIn,
  deletePatterns,
  save,
  saveCandidate,
  startScriptedSystem,
} from './scripted-system.ts';
import type { ScriptedSystem, ShownCandidate } from './scripted-system.ts';
import { startWorkerPair } from './worker-pair.ts';
import type { WorkerPair } from './worker-pair.ts';

/** Four turns; the second calls four tools, two of which save. Each is chosen by the conversation alone. */
const script = byTurn([
  { tool_uses: [analyse] },
  (request) => {
    const [first, second] = beyondChance(request);
    return {
      tool_uses: [
        { name: 'evaluate_rule', input: { rule: first!.rule } },
        saveCandidate(first!, { name: 'First finding' }),
        save({ name: 'No ground', category: 'skill_cluster', candidate_id: 'none' }),
        saveCandidate(second!, { name: 'Second finding' }),
      ],
    };
  },
  (request) => ({ tool_uses: [saveCandidate(beyondChance(request)[2]!, { name: 'Third finding' })] }),
  { text: 'Three findings.' },
]);

function beyondChance(request: ScriptedRequest): ShownCandidate[] {
  const { messages } = request.body;
  const analysed = { ...request, body: { ...request.body, messages: messages.slice(0, 3) } };
  return candidatesIn(analysed).filter(({ basis }) => basis === 'beyond_chance');
}

/** Everything that a run has stored, without ids and times. */
interface Outcome {
  patterns: (Pick<Pattern, 'name' | 'category' | 'related_member_ids' | 'version'> & { basis: string })[];
  run: Pick<Run, 'status' | 'turns' | 'response_text'>;
  rejected: string[];
  rows: Record<string, number>[];
}

const Counts = z.record(z.string(), z.coerce.number());

async function outcomeOf({ system }: ScriptedSystem, id: number): Promise<Outcome> {
  const patterns = await patternsOf(system, '?is_active=all');
  const { status, turns, response_text, rejected } = await runOf(system, id);
  const rows = await rowsOf(
    system,
    `select (select count(*) from pattern_finder.pattern_version) as versions,
       (select count(*) from pattern_finder.pattern_observation where run_id = ${id}) as observations,
       (select count(*) from pattern_finder.outbox_message where subject = 'pattern.saved'
          and (body::json ->> 'run_id')::integer = ${id}) as events,
       (select count(*) from pattern_finder.outbox_message where subject = 'run.completed'
          and (body::json ->> 'run_id')::integer = ${id}) as ends,
       (select count(*) from pattern_finder.run_tool_result where run_id = ${id}) as results,
       (select count(*) from pattern_finder.run_reading where run_id = ${id}) as readings`,
    Counts,
  );
  return {
    patterns: patterns
      .map(({ name, category, related_member_ids, version, evidence }) => ({
        name,
        category,
        basis: evidence.basis,
        related_member_ids,
        version,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    run: { status, turns, response_text },
    rejected: rejected.map(({ kind }) => kind),
    rows,
  };
}

describe('a worker that is killed in a run of the model', () => {
  let scripted: ScriptedSystem;
  let workers: WorkerPair;
  let uninterrupted: Outcome;

  beforeAll(async () => {
    const times = {
      WORKER_TIMEOUT_MS: '3600',
      POLL_MS: '100',
      MODEL_IDLE_MS: '20000',
    };
    scripted = await startScriptedSystem(sample, times, { workers: 0 });
    workers = await startWorkerPair(scripted.system);
    uninterrupted = await outcomeOf(scripted, await begin(script));
  }, 120_000);

  afterAll(async () => scripted.stop());

  /** Starts a run on an empty table of patterns, and waits until it has ended, or until `reached`. */
  async function begin(script: Script, reached?: () => Promise<void>): Promise<number> {
    await deletePatterns(scripted.system);
    scripted.model.use(script);
    const id = await accept(scripted.system);
    await (reached?.() ?? over(id));
    return id;
  }

  async function over(id: number): Promise<void> {
    await runWhen(scripted.system, id, ({ status }) => hasEnded(status));
  }

  /** The turns requested of the model during `work`, counted from 0. */
  async function askedIn(work: () => Promise<void>): Promise<number[]> {
    const before = scripted.model.calls().length;
    await work();
    return scripted.model
      .calls()
      .slice(before)
      .map(({ turn }) => turn);
  }

  async function killed(id: number): Promise<void> {
    await workers.kill(await runOf(scripted.system, id));
  }

  it('leaves three patterns if it is not interrupted, each with one version and one event', () => {
    expect(uninterrupted).toMatchObject({
      run: { status: 'succeeded', turns: 4, response_text: 'Three findings.' },
      rejected: ['unknown_candidate'],
      rows: [{ versions: 3, observations: 3, events: 3, ends: 1, results: 6, readings: 3 }],
    });
    expect(uninterrupted.patterns.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  it.each(boundaries)('changes nothing $name', async ({ place, asked, readings = 3 }) => {
    const before = scripted.model.readings().length;
    const breakpoint = await setBreakpoint(scripted.system, place);
    const turns = await askedIn(async () => {
      const id = await begin(script, breakpoint.reached);
      await killed(id);
      await breakpoint.release();
      await workers.ready();
      await over(id);
      expect(await outcomeOf(scripted, id)).toEqual(uninterrupted);
    });
    expect(turns).toEqual(asked);
    expect(scripted.model.readings().length - before).toBe(readings);
    expect(await unproven(scripted.system)).toEqual([]);
  });

  it('changes nothing during a call, which is requested again', async () => {
    const turns = await askedIn(async () => {
      const before = scripted.model.calls().length;
      const id = await begin(
        async (request) =>
          request.index === before + 2 ? { text: 'Never heard.', delay_ms: 60_000 } : script(request),
        async () => {
          await waitFor(() => scripted.model.calls().length === before + 3, { describe: 'the third call' });
        },
      );
      await killed(id);
      await over(id);
      expect(await outcomeOf(scripted, id)).toEqual(uninterrupted);
    });
    expect(turns).toEqual([0, 1, 2, 2, 3]);
  });
});
