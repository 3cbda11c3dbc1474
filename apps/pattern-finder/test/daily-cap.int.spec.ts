import { APIError } from '@anthropic-ai/sdk';
import type Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { Conversation } from '../src/analysts/claude/conversation.ts';
import { verdictOn } from '../src/analysts/claude/model/model-errors.ts';
import { SpendReservations } from '../src/analysts/claude/spend-reservations.ts';
import { Claims } from '../src/run-state/claims.ts';
import type { Claim } from '../src/run-state/claims.ts';
import { costOf } from '../src/run-state/prices.ts';
import { BudgetExhausted, LeaseLost, Outage } from '../src/run-state/run-errors.ts';
import { RunRow } from '../src/run-state/run.entity.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const cap = 3;
/** A dollar per million tokens. */
const prices = { input: 1, output: 1, cache_read: 1, cache_write: 1 };
const reserveOf = (usd: number) => ({ inputTokens: Math.round(usd * 1e6), outputTokens: 0, usd });

function billedWith(input_tokens: number): Anthropic.Message {
  const usage = {
    input_tokens,
    output_tokens: 0,
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
  };
  return { role: 'assistant', content: [], stop_reason: 'end_turn', usage } as unknown as Anthropic.Message;
}

describe('the cap of a day', () => {
  let finder: Finder;
  /** As two processes: each has its own connections. */
  let apps: NestFastifyApplication[];
  let em: EntityManager;

  beforeAll(async () => {
    finder = await startFinder({
      PATTERN_FINDER_ROLE: 'api',
      ANALYST: 'claude',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
      MAX_COST: 'none',
      MAX_COST_PER_DAY: String(cap),
      MAX_RUN_INPUT_TOKENS: '1000000000',
      MAX_WAITING_RUNS: '100000',
      WORKER_TIMEOUT_MS: '72000',
    });
    apps = [finder.app, await finder.another({})];
    em = finder.app.get(EntityManager);
  });

  afterAll(async () => {
    await apps[1]?.close();
    await finder.stop();
  });

  beforeEach(async () => {
    await em.fork().execute('delete from model_day');
  });

  const newRun = async (): Promise<number> =>
    (await finder.app.get(RunsService).create({ kind: 'discover', focus_areas: [], waits: false })).id;

  /** Claims the run for a worker of one of the processes, even if another holds it. */
  async function claimFor(app: NestFastifyApplication, id: number): Promise<Claim | undefined> {
    await em.fork().execute(`update run set lease_until = now() - interval '1 second' where id = ?`, [id]);
    const result = await app.get(Claims).claim(id);
    return result.kind === 'claimed' ? result.claim : undefined;
  }

  async function ofToday(): Promise<number> {
    const [sum] = await em
      .fork()
      .execute<{ usd: number }[]>('select coalesce(sum(usd), 0) as usd from model_day');
    return Number(sum?.usd);
  }

  const call = fc.record({
    worst: fc.double({ min: 0.01, max: 1.2, noNaN: true }),
    used: fc.double({ min: 0, max: 1, noNaN: true }),
    end: fc.constantFrom('whole', 'whole', 'cut', 'killed', 'late', 400, 502, 529),
    process: fc.nat(1),
  });
  const runs = fc.array(fc.array(call, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 });

  it('is never exceeded, whatever the runs, workers, kills and interrupted calls', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        await em.fork().execute('delete from model_day');
        let billed = 0;
        let expected = 0;
        const work = async (calls: (typeof all)[number]): Promise<void> => {
          const id = await newRun();
          let claim: Claim | undefined;
          for (const { worst, used, end, process } of calls) {
            const app = apps[process]!;
            claim ??= await claimFor(app, id);
            if (claim === undefined) {
              return;
            }
            const reserved = await app
              .get(SpendReservations)
              .reserve(claim, reserveOf(worst))
              .catch((error: unknown) => {
                if (!(error instanceof Outage)) {
                  throw error;
                }
                return undefined;
              });
            if (reserved === undefined) {
              continue;
            }
            const tokens = Math.floor(worst * used * 1e6);
            const usd = costOf(
              { input_tokens: tokens, output_tokens: 0, cache_read_tokens: 0, cache_write_tokens: 0 },
              prices,
            );
            // The model's server bills work before its response arrives.
            const isUnbilled = end === 400 || end === 529;
            billed += isUnbilled ? 0 : usd;
            expected += end === 'whole' ? usd : isUnbilled ? 0 : worst;
            expect(billed).toBeLessThanOrEqual(cap + 1e-6);
            const keep = async (by: Claim): Promise<unknown> => {
              const conversation = app.get(Conversation);
              const transcript = await conversation.read(id);
              return conversation.storeTurn(by, transcript, billedWith(tokens), {
                prices,
                reservation: reserved,
              });
            };
            if (end === 'whole') {
              await keep(claim);
            } else if (typeof end === 'number') {
              const error = APIError.generate(end, undefined, 'no', new Headers());
              if (verdictOn(error).unbilled) {
                await app.get(SpendReservations).release(claim, reserved);
              }
            } else if (end !== 'cut') {
              const dead = claim;
              claim = await claimFor(apps[1 - process]!, id);
              // A worker that was only suspended returns with its response: another has the run by now.
              if (end === 'late' && claim !== undefined) {
                await expect(keep(dead)).rejects.toBeInstanceOf(LeaseLost);
              }
            }
          }
        };
        await Promise.all(all.map(work));
        const counted = await ofToday();
        expect(counted).toBeLessThanOrEqual(cap + 1e-6);
        expect(counted).toBeCloseTo(expected, 5);
        expect(billed).toBeLessThanOrEqual(counted + 1e-6);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('lets one of several concurrent calls reserve the rest', async () => {
    const claims = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => claimFor(apps[at % 2]!, await newRun())),
    );
    const outcomes = await Promise.allSettled(
      claims.map(async (claim, at) => apps[at % 2]!.get(SpendReservations).reserve(claim!, reserveOf(2))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(rejected?.reason).toBeInstanceOf(Outage);
    expect(String(rejected?.reason)).toMatch(/\$3\.00 a day \(MAX_COST_PER_DAY\).*00:00 UTC/);
    expect(rejected?.reason).toHaveProperty('retryAfterMs', expect.any(Number));
  });

  it('counts a call towards the day it began on, and resets daily', async () => {
    const claim = await claimFor(apps[0]!, await newRun());
    const meter = apps[0]!.get(SpendReservations);
    const reserved = await meter.reserve(claim!, reserveOf(2.5));
    await em.fork().execute('update model_day set day = day - 1');
    const before = {
      ...reserved,
      day: (await em.fork().execute<{ day: string }[]>('select day::text from model_day'))[0]!.day,
    };
    await meter.reserve(claim!, reserveOf(2.5));
    await meter.release(claim!, before);
    const days = await em.fork().execute<{ usd: number }[]>('select usd from model_day order by day');
    expect(days.map(({ usd }) => usd)).toEqual([0, 2.5]);
  });

  it('ends a run whose next call exceeds it alone, and one whose calls have no price', async () => {
    const claim = await claimFor(apps[0]!, await newRun());
    const meter = apps[0]!.get(SpendReservations);
    await expect(meter.reserve(claim!, reserveOf(cap + 0.01))).rejects.toBeInstanceOf(BudgetExhausted);
    const unpriced = meter.reserve(claim!, { ...reserveOf(1), usd: null });
    await expect(unpriced).rejects.toBeInstanceOf(BudgetExhausted);
    await expect(unpriced).rejects.toThrow(/MODEL_PRICES.*MAX_COST=none and MAX_COST_PER_DAY=none.*replay/);
    expect(await ofToday()).toBe(0);
  });

  it('is dropped from a run without a price when that is replayed without a cap', async () => {
    const replayed = async (model: string): Promise<number | null> => {
      const id = await newRun();
      await em
        .fork()
        .nativeUpdate(
          RunRow,
          { id },
          { model, maxCost: 2, status: 'budget_exhausted', finishedAt: new Date() },
        );
      return (await finder.app.get(RunsService).replay({ id })).max_cost;
    };
    expect(await replayed('of-no-known-price')).toBeNull();
    expect(await replayed('claude-sonnet-5-5')).toBe(2);
  });
});
