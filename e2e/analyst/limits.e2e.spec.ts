import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Run } from '@warren/contracts';
import type { ServerProcess } from '@warren/servers';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System, Turn } from '@warren/testing';
import { importFile, rowsOf, sample, withDatabase } from '../support.ts';
import { accept, ended, replayed, runOf, runWhen } from './runs.ts';
import { analyse, candidatesIn, saveCandidate } from './scripted-system.ts';

/** Token usage of a turn that costs half a dollar, at the configured prices. */
const dear = { usage: { input_tokens: 100_000, output_tokens: 2_000 } };
const prices = JSON.stringify({ priced: { input: 4, output: 50, cache_read: 4, cache_write: 4 } });

describe('a run of the model that reaches a limit', () => {
  let system: System;
  let model: ScriptedMessages;
  let worker: ServerProcess | undefined;

  beforeAll(async () => {
    model = await scriptedMessages([]);
    const env = { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, MODEL: 'priced', MODEL_PRICES: prices };
    // The api sets the caps of a run, the worker enforces the other limits.
    system = await startSystem({
      workers: 0,
      questions: false,
      env: { ...env, MAX_COST: '1.7', MODEL_RETRY_MS: '10' },
    });
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => {
    await worker?.stop(10_000);
    await system.stop();
    await model.stop();
  });

  /** Replaces the worker by one with these limits. */
  async function working(env: Record<string, string> = {}): Promise<void> {
    await worker?.stop(10_000);
    worker = await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker', ...env });
  }

  async function run(): Promise<Run> {
    return ended(system, await accept(system));
  }

  const spentOf = ({ spend }: Run): number => (spend.cost_usd ?? 0) + spend.uncertain_usd;

  it('of cost ends there with what it saved, and continues from its checkpoint once the cap is raised', async () => {
    await working();
    model.use(
      byTurn([
        { tool_uses: [analyse], ...dear },
        (request) => ({ tool_uses: [saveCandidate(candidatesIn(request)[0]!)], ...dear }),
        { text: 'Done.', ...dear },
      ]),
    );
    const stopped = await run();
    expect(stopped).toMatchObject({ status: 'budget_exhausted', turns: 2, patterns: [{ created: true }] });
    expect(stopped.reason).toMatch(/higher max_cost/);
    expect(spentOf(stopped)).toBeLessThanOrEqual(1.7);
    expect(await replayed(system, stopped.id)).toMatchObject({ status: 'budget_exhausted', turns: 2 });
    const done = await replayed(system, stopped.id, 4);
    expect(done).toMatchObject({ status: 'succeeded', turns: 3, response_text: 'Done.' });
    // In three starts no turn was requested twice.
    expect(model.calls().map(({ turn }) => turn)).toEqual([0, 1, 2]);
  });

  it.each<[string, Turn]>([
    ['broke off', { hangUp: 'mid-stream' }],
    ['a proxy gave up', { status: 504, body: '<html>' }],
    ['failed in the model', { status: 500 }],
  ])('of cost counts calls that %s at their worst case', async (_how, turn) => {
    await working();
    const before = model.calls().length;
    model.use(() => turn);
    const id = await accept(system);
    const stopped = await runWhen(
      system,
      id,
      ({ status, spend }) => status === 'budget_exhausted' || spend.uncertain_usd > 0.7,
    );
    expect(spentOf(stopped)).toBeLessThanOrEqual(1.7);
    await system.call(`discovery-runs/${id}/cancel`, { method: 'POST' });
    await ended(system, id);
    expect(model.calls().length - before).toBeGreaterThanOrEqual(2);
    expect(spentOf(await runOf(system, id))).toBeLessThanOrEqual(1.7);
  });

  it('of all runs of a day pauses, whichever calls broke off, and loses nothing', async () => {
    const spentToday = async (): Promise<number> => {
      const sum = 'select coalesce(sum(usd), 0) as usd from pattern_finder.model_day';
      return (await rowsOf(system, sum, z.object({ usd: z.number() })))[0]?.usd ?? 0;
    };
    // Enough for a run of one turn and a call that breaks off, but not for a concurrent one.
    const cap = (await spentToday()) + 1.3;
    await working({ MAX_COST_PER_DAY: String(cap) });
    model.use([{ text: 'Done.', ...dear }]);
    expect(await run()).toMatchObject({ status: 'succeeded' });
    model.use(() => ({ hangUp: 'mid-stream' }));
    const id = await accept(system);
    const paused = await runWhen(system, id, ({ status }) => status === 'paused');
    expect(paused.reason).toMatch(/MAX_COST_PER_DAY.*goes on when it fits/);
    expect(paused.spend.uncertain_usd).toBeGreaterThan(0);
    const before = model.calls().length;
    const other = await accept(system);
    const waiting = await runWhen(system, other, ({ status }) => status === 'paused');
    expect(waiting.reason).toMatch(/MAX_COST_PER_DAY/);
    expect(model.calls()).toHaveLength(before);
    expect(await spentToday()).toBeLessThanOrEqual(cap + 1e-9);
    // As after midnight: the cost is moved to the day before.
    await withDatabase(system, async (client) =>
      client.query('update pattern_finder.model_day set day = day - 1'),
    );
    model.use(() => ({ text: 'Done.' }));
    expect(await run()).toMatchObject({ status: 'succeeded' });
    for (const left of [id, other]) {
      await system.call(`discovery-runs/${left}/cancel`, { method: 'POST' });
    }
  });

  it.each([
    ['MAX_TURNS', '3'],
    ['MAX_RUN_OUTPUT_TOKENS', '9000'],
    ['MAX_RUN_INPUT_TOKENS', '40000'],
    ['MAX_RUN_MINUTES', '0.02'],
  ])('of %s ends there, and names the limit', async (name, value) => {
    await working({ [name]: value });
    model.use(() => ({
      tool_uses: [{ name: 'list_patterns', input: {} }],
      delay_ms: name === 'MAX_RUN_MINUTES' ? 700 : 0,
      usage: { input_tokens: 9_000, output_tokens: 500 },
    }));
    const stopped = await run();
    expect(stopped.status).toBe('budget_exhausted');
    expect(stopped.reason).toContain(name);
    expect(stopped.turns).toBeGreaterThan(0);
  });

  it('does not call a model of unknown price, and continues once the price is known', async () => {
    await working({ MODEL_PRICES: '{}' });
    const before = model.calls().length;
    model.use([{ text: 'Never.' }]);
    const stopped = await run();
    expect(stopped).toMatchObject({ status: 'budget_exhausted' });
    expect(stopped.reason).toMatch(/MODEL_PRICES.*MAX_COST=none/);
    expect(model.calls()).toHaveLength(before);
    await working();
    model.use([{ text: 'Done.' }]);
    expect(await replayed(system, stopped.id)).toMatchObject({ status: 'succeeded' });
  });

  it.each([
    ['credentials are out', { status: 401 }, /authentication_error/],
    ['the server asks for an hour', { status: 429, headers: { 'retry-after': '3600' } }, /rate_limit_error/],
  ])(
    'pauses instead of failing if %s; its worker executes another meanwhile',
    async (_why, failure, words) => {
      await working();
      let first = 0;
      model.use((request) => {
        first = first === 0 ? request.index : first;
        return request.index === first ? failure : { text: 'Done.' };
      });
      const waiting = await accept(system);
      const paused = await runWhen(system, waiting, ({ status }) => status === 'paused');
      expect(paused.reason).toMatch(words);
      expect(await run()).toMatchObject({ status: 'succeeded', response_text: 'Done.' });
      expect(await runOf(system, waiting)).toMatchObject({ status: 'paused', turns: 0 });
      await system.call(`discovery-runs/${waiting}/cancel`, { method: 'POST' });
      await waitFor(async () => (await runOf(system, waiting)).status === 'cancelled', {
        describe: 'the waiting run to be cancelled',
      });
    },
  );
});
