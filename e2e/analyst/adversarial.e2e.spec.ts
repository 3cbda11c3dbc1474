import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CommunityAnalysis, DiscoverReply, Run, hasEnded } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import type { Script, ToolUse } from '@warren/testing';
import { patternsOf, rowsOf } from '../support.ts';
import { idsByExternal, plantedCommunity, plantedIds, showing } from './adversarial/community.ts';
import { evidenceScenarios } from './adversarial/evidence.ts';
import { nameScenarios } from './adversarial/names.ts';
import { outageScenarios } from './adversarial/outages.ts';
import { plantedScenarios } from './adversarial/planted.ts';
import { quoteScenarios } from './adversarial/quotes.ts';
import { resultsIn } from './adversarial/scenario.ts';
import type { Facts, Scenario } from './adversarial/scenario.ts';
import { textScenarios } from './adversarial/text.ts';
import { wireScenarios } from './adversarial/wire.ts';
import { unproven } from './proof.ts';
import { startScriptedSystem } from './scripted-system.ts';
import type { RunOutcome, ScriptedSystem } from './scripted-system.ts';

const maxTurns = 12;
const scenarios: Record<string, Scenario[]> = {
  'false words': textScenarios,
  'names and ids of other patterns': nameScenarios,
  'evidence that proves nothing': evidenceScenarios,
  'false quotes': quoteScenarios,
  'prompts that members planted in their profiles': plantedScenarios,
  'messages out of order': wireScenarios,
  'a model that is down, or expensive': outageScenarios,
};

describe('a model that makes false claims', () => {
  let scripted: ScriptedSystem;
  let facts: Facts;

  beforeAll(async () => {
    const { file, remove } = await plantedCommunity();
    scripted = await startScriptedSystem(file, { MAX_TURNS: String(maxTurns), MODEL_RETRY_MS: '5' });
    await remove();
    const ids = await idsByExternal(scripted.system);
    const member = (externalId: string): number => ids.get(externalId) ?? 0;
    const show = await showing(scripted.system);
    const { body } = await scripted.system.call('community/analysis');
    facts = { analysis: CommunityAnalysis.parse(body), planted: plantedIds(member), member, show };
  }, 120_000);

  afterAll(async () => {
    await scripted.stop();
  });

  for (const [about, table] of Object.entries(scenarios)) {
    describe(`has no success with ${about}:`, () => {
      it.each(table)('$tries', async (scenario) => {
        const before = scenario.before && (await scripted.runScript(scenario.before.model(facts)));
        if (before !== undefined) {
          await scenario.before?.then?.(scripted, before);
        }
        const shown = facts.show(...(scenario.shown?.(facts) ?? []));
        const script = after(shown, scenario.model(facts, before));
        const outcome = await (scenario.waitsFor === undefined
          ? scripted.runScript(script, { keep: before !== undefined })
          : runUntilWaiting(scripted, script, scenario.waitsFor));
        const { run, rejected, patterns } = outcome;
        expect(rejected.map(({ kind }) => kind)).toEqual(scenario.rejections ?? []);
        for (const { reason } of rejected) {
          expect(reason).toMatch(scenario.reason ?? /\S/);
        }
        expect(patterns.map(({ name }) => name).sort()).toEqual([...(scenario.saved ?? [])].sort());
        expect(run.status).toBe(scenario.ends ?? 'succeeded');
        const results = resultsIn(scripted.model.calls().at(-1)).slice(shown.length);
        await scenario.check?.({ ...outcome, scripted, facts, results, before });
        await ensureProven(scripted, run);
      });
    });
  }

  it('is covered by more than 45 scenarios', () => {
    expect(Object.values(scenarios).flat().length).toBeGreaterThan(45);
  });
});

/** A script that begins with these calls. */
function after(shown: ToolUse[], script: Script): Script {
  return shown.length > 0 && typeof script !== 'function' ? [{ tool_uses: shown }, ...script] : script;
}

/** Invariants of every scenario: the run has ended within its limits, every pattern is proven and was published. */
async function ensureProven({ system }: ScriptedSystem, run: Run): Promise<void> {
  expect(hasEnded(run.status)).toBe(true);
  expect(run.turns).toBeLessThanOrEqual(maxTurns);
  expect(await unproven(system)).toEqual([]);
  const unpublished = await rowsOf(
    system,
    `select v.pattern_id, v.version from pattern_finder.pattern_version v where v.published and not exists (
       select from pattern_finder.outbox_message m where m.subject = 'pattern.saved'
         and (m.body::json ->> 'pattern_id')::int = v.pattern_id and (m.body::json ->> 'version')::int = v.version)`,
    z.object({ pattern_id: z.int(), version: z.int() }),
  );
  expect(unpublished).toEqual([]);
}

/** Runs a script until its run waits for this reason, and cancels it. */
async function runUntilWaiting(
  scripted: ScriptedSystem,
  script: Script,
  reason: RegExp,
): Promise<RunOutcome> {
  const { system, model } = scripted;
  await scripted.runScript([{ text: 'Nothing yet.' }]);
  model.use(script);
  const headers = { prefer: 'respond-async' };
  const answer = await system.call('patterns/discover', { method: 'POST', headers });
  const { run_id } = DiscoverReply.parse(answer.body);
  const read = async (): Promise<Run> => Run.parse((await system.call(`discovery-runs/${run_id}`)).body);
  await waitFor(
    async () => {
      const run = await read();
      return ['queued', 'paused'].includes(run.status) && reason.test(run.reason ?? '');
    },
    { describe: `run ${run_id} waits for ${String(reason)}`, timeoutMs: 20_000 },
  );
  await system.call(`discovery-runs/${run_id}/cancel`, { method: 'POST' });
  const run = await waitFor(
    async () => {
      const now = await read();
      return hasEnded(now.status) && now;
    },
    { describe: `run ${run_id} is cancelled` },
  );
  return { run, patterns: await patternsOf(system), rejected: run.rejected };
}
