import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { Answers, MessagingModule, MessagingOptions, serveMessages } from '@warren/messaging';
import { PatternGate } from '../src/gate/pattern-gate.ts';
import { HarmlessCheck } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

/** MIN_PATTERN_MEMBERS of member-profile. */
let minMembers = 3;

/** Stand-in for member-profile, over a real NATS server. */
@Controller()
class Profiles {
  @Answers('community.verify-quotes')
  async verify({
    quotes,
  }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
    const verdicts = quotes.map((quote) => ({ quote, verified: true, reason: null }));
    return Promise.resolve({ revision: 7, min_members: minMembers, total_active_members: 9, verdicts });
  }

  @Answers('community.named-facets')
  async named(): Promise<ReplyOf<'community.named-facets'>> {
    return Promise.resolve({ revision: 7, named: [] });
  }
}

let finder: Finder;
let profiles: INestApplication;

beforeAll(async () => {
  finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
  const messaging = new MessagingOptions({ service: 'member-profile', servers: [finder.nats.url] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles, HarmlessCheck] })
  class ProfilesModule {}

  profiles = await NestFactory.create(ProfilesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
  await profiles.init();
  await serveMessages(profiles, false);
});

afterAll(async () => {
  await profiles.close();
  await finder.stop();
});

it('uses the minimum number of members of a pattern that member-profile is configured with', async () => {
  const check = async () =>
    finder.app.get(PatternGate).check(
      {
        name: 'Bread at home',
        description: 'They bake their own bread at home.',
        category: 'interest_theme',
        quotes: [1, 2, 3, 4].map((member_id) => ({ member_id, field: 'bio', quote: 'I bake bread' })),
        question_prompts: ['Who taught you to bake?', 'What do you bake most?'],
      },
      [],
      [],
      new AbortController().signal,
    );
  expect((await check()).measured.memberIds).toEqual([1, 2, 3, 4]);
  minMembers = 5;
  await expect(check()).rejects.toMatchObject({
    kind: 'too_few_members',
    message: expect.stringMatching(/at least 5/),
  });
});
