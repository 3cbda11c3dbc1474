import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasEnded } from '@warren/contracts';
import type { Pattern, Run } from '@warren/contracts';
import { byTurn, waitFor } from '@warren/testing';
import type { Script, ScriptedRequest } from '@warren/testing';
import { z } from 'zod';
import { patternsOf, rowsOf, sample } from '../support.ts';
import { startWorkerPair } from './worker-pair.ts';
import type { WorkerPair } from './worker-pair.ts';
import { holdAt } from './breakpoints.ts';
import { boundaries } from './boundaries.ts';
import { unproven } from './proof.ts';
import { accept, runOf, runWhen } from './runs.ts';
import {
  analyse,
  candidatesIn,
  emptied,
  save,
  saveCandidate,
  startScriptedSystem,
} from './scripted-system.ts';
import type { ScriptedSystem, ShownCandidate } from './scripted-system.ts';

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

/** All that a run leaves behind, but for ids and times. */
interface Outcome {
  patterns: (Pick<Pattern, 'name' | 'category' | 'related_member_ids' | 'version'> & { basis: string })[];
  run: Pick<Run, 'status' | 'turns' | 'response_text'>;
  refused: string[];
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
       (select count(*) from pattern_finder.run_tool_result where run_id = ${id}) as results`,
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
    refused: rejected.map(({ kind }) => kind),
    rows,
  };
}

describe('a worker that is killed in a run of the model', () => {
  let scene: ScriptedSystem;
  let crew: WorkerPair;
  let undisturbed: Outcome;

  beforeAll(async () => {
    const times = {
      WORKER_TIMEOUT_MS: '2400',
      POLL_MS: '100',
      MODEL_IDLE_MS: '20000',
    };
    scene = await startScriptedSystem(sample, times, { workers: 0 });
    crew = await startWorkerPair(scene.system);
    undisturbed = await outcomeOf(scene, await begin(script));
  }, 120_000);

  afterAll(async () => scene.stop());

  /** Has a run accepted on an empty table of patterns, and waits until it has ended, or has got to `reached`. */
  async function begin(given: Script, reached?: () => Promise<void>): Promise<number> {
    await emptied(scene.system);
    scene.model.use(given);
    const id = await accept(scene.system);
    await (reached?.() ?? over(id));
    return id;
  }

  async function over(id: number): Promise<void> {
    await runWhen(scene.system, id, ({ status }) => hasEnded(status));
  }

  /** The turns the model is asked for meanwhile, each by how many came before it. */
  async function askedIn(work: () => Promise<void>): Promise<number[]> {
    const before = scene.model.calls().length;
    await work();
    return scene.model
      .calls()
      .slice(before)
      .map(({ turn }) => turn);
  }

  async function killed(id: number): Promise<void> {
    await crew.kill(await runOf(scene.system, id));
  }

  it('leaves, undisturbed, three patterns, each with one version and one event', () => {
    expect(undisturbed).toMatchObject({
      run: { status: 'succeeded', turns: 4, response_text: 'Three findings.' },
      refused: ['unknown_candidate'],
      rows: [{ versions: 3, observations: 3, events: 3, ends: 1, results: 6 }],
    });
    expect(undisturbed.patterns.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  it.each(boundaries)('changes nothing $name', async ({ place, asked }) => {
    const hold = await holdAt(scene.system, place);
    const turns = await askedIn(async () => {
      const id = await begin(script, hold.reached);
      await killed(id);
      await hold.release();
      await over(id);
      expect(await outcomeOf(scene, id)).toEqual(undisturbed);
    });
    expect(turns).toEqual(asked);
    expect(await unproven(scene.system)).toEqual([]);
  });

  it('changes nothing during a call, which is asked again', async () => {
    const turns = await askedIn(async () => {
      const before = scene.model.calls().length;
      const id = await begin(
        async (request) =>
          request.index === before + 2 ? { text: 'Never heard.', delay_ms: 60_000 } : script(request),
        async () => {
          await waitFor(() => scene.model.calls().length === before + 3, { describe: 'the third call' });
        },
      );
      await killed(id);
      await over(id);
      expect(await outcomeOf(scene, id)).toEqual(undisturbed);
    });
    expect(turns).toEqual([0, 1, 2, 2, 3]);
  });
});
