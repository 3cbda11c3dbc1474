import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';
import { Claims } from '../src/run-state/claims.ts';
import { RunExecutor } from '../src/runs/run-executor.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { HarmlessCheck } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

let measured = 0;

/** Stand-in for member-profile, over a real NATS server. */
@Controller()
class Profiles {
  @Answers('community.evaluate-rules')
  async evaluate(): Promise<ReplyOf<'community.evaluate-rules'>> {
    measured += 1;
    return Promise.resolve({ revision: 7, min_members: 3, evaluations: [] });
  }

  @Answers('community.texts')
  async texts(): Promise<ReplyOf<'community.texts'>> {
    return Promise.resolve({ revision: 7, members: 4, texts: [] });
  }

  @Answers('community.verify-quotes')
  async verify({
    quotes,
  }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
    const verdicts = quotes.map((quote) => ({ quote, verified: true, reason: null }));
    return Promise.resolve({ revision: 7, min_members: 3, total_active_members: 4, verdicts });
  }
}

let finder: Finder;
let profiles: INestApplication;

beforeAll(async () => {
  finder = await startFinder({
    PATTERN_FINDER_ROLE: 'api',
    ANALYST: 'claude',
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    MAX_COST_PER_DAY: '20',
    WORKER_TIMEOUT_MS: '72000',
  });
  const messaging = new MessagingOptions({ service: 'member-profile', servers: [finder.nats.url] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles, HarmlessCheck] })
  class ProfilesModule {}

  profiles = await NestFactory.create(ProfilesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
  await profiles.init();
  await serveMessages(profiles, false);
  const statistics = {
    ...{ observed: 4, share: 1, share_low: 0.5, share_high: 1, expected: null, lift: null, lift_low: null },
    ...{ lift_high: null, p_value: null, q_value: null, tested: null },
  };
  const quotes = [1, 2, 3, 4].map((member_id) => ({ member_id, field: 'bio', quote: 'I bake bread' }));
  const em = finder.app.get(EntityManager).fork();
  await em.execute(
    `insert into pattern (name, name_folded, description, category, member_count, related_member_ids, evidence,
       question_prompts, analyst, fingerprint)
     values ('Bakers', 'bakers', 'They bake bread at home.', 'interest_theme', 4, '{1,2,3,4}', ?::json,
       '{"Who bakes?","Who taught you?"}', 'claude', 'quotes:1')`,
    [JSON.stringify({ basis: 'quotes', quotes, facets: [], statistics })],
  );
  // The budget of the day is spent.
  await em.execute(
    `insert into model_day (day, usd) values ((now() at time zone 'UTC')::date, 20), ((now() at time zone 'UTC')::date + 1, 20)`,
  );
});

afterAll(async () => {
  await profiles.close();
  await finder.stop();
});

it('evaluates the patterns once, however often the run is resumed while its day has no budget', async () => {
  const service = finder.app.get(RunsService);
  const { id } = await service.create({ kind: 'refresh', focus_areas: [], waits: false });
  const { signal } = new AbortController();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const result = await finder.app.get(Claims).claim(id);
    if (result.kind !== 'claimed') {
      throw new Error(`not claimed: ${result.kind}`);
    }
    const outcome = await finder.app
      .get(RunExecutor)
      .execute(result.claim, result.run, { leaseLost: signal, cancelled: signal });
    expect(outcome).toMatchObject({ kind: 'retry', reason: expect.stringMatching(/MAX_COST_PER_DAY/) });
    expect(measured).toBe(1);
  }
  expect(await service.get(id)).toMatchObject({ status: 'paused' });
});
