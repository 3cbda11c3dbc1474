import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { PatternNotFound } from '@warren/contracts';
import type { Pattern, PatternSaved, ReplyOf, RequestOf } from '@warren/contracts';
import {
  Answers,
  MessagingModule,
  MessagingOptions,
  digestOfErasure,
  serveMessages,
} from '@warren/messaging';
import type { ErasedInChange } from '@warren/messaging';

/** Fake of the services that own patterns and members, on a real NATS server. */
export interface Owners {
  /** Sets pattern-finder's version of a pattern, unless it has a later one. */
  save(event: PatternSaved, quotes?: readonly string[]): void;
  /** Makes member-profile confirm this erasure. */
  erase(change: ErasedInChange): void;
  close(): Promise<void>;
}

/** Starts the fake services. */
export async function startOwners(natsUrl: string): Promise<Owners> {
  const patterns = new Map<number, Pattern>();
  const erasures = new Set<string>();

  @Controller()
  class OwnersController {
    @Answers('patterns.get')
    async get({ id }: RequestOf<'patterns.get'>): Promise<ReplyOf<'patterns.get'>> {
      const pattern = patterns.get(id);
      return pattern === undefined ? Promise.reject(PatternNotFound.of(id)) : Promise.resolve(pattern);
    }

    @Answers('members.confirm-erasure')
    async confirm({
      digest,
    }: RequestOf<'members.confirm-erasure'>): Promise<ReplyOf<'members.confirm-erasure'>> {
      return Promise.resolve({ confirmed: erasures.has(digest) });
    }
  }

  const messaging = new MessagingOptions({ service: 'owners', servers: [natsUrl] });

  @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [OwnersController] })
  class OwnersModule {}

  const app: INestApplication = await NestFactory.create(OwnersModule, new FastifyAdapter(), {
    logger: ['fatal'],
  });
  await app.init();
  await serveMessages(app, false);
  return {
    save: (event, quotes = []) => {
      if ((patterns.get(event.pattern_id)?.version ?? 0) < event.version) {
        const pattern = patternOf(event);
        pattern.evidence.quotes = quotes.map((quote) => ({ member_id: 1, field: 'bio', quote }));
        patterns.set(event.pattern_id, pattern);
      }
    },
    erase: (change) => void erasures.add(digestOfErasure(change)),
    close: () => app.close(),
  };
}

function patternOf({ pattern_id, change, members_truncated: _, withheld, ...words }: PatternSaved): Pattern {
  const statistics = {
    ...{ observed: words.member_count, share: 0.1, share_low: 0, share_high: 1, expected: null, lift: null },
    ...{ lift_low: null, lift_high: null, p_value: null, q_value: null, tested: null },
  };
  return {
    ...words,
    id: pattern_id,
    evidence: { basis: 'share', facets: [], statistics },
    is_active: change !== 'retired',
    holds: true,
    held: null,
    reading: null,
    published: change !== 'retired' && withheld === undefined,
    created_at: '2026-11-29T10:00:00.000Z',
    updated_at: '2026-11-29T10:00:00.000Z',
    state: 'new',
    since_run_id: null,
    member_change: null,
    joined_count: 0,
    left_count: 0,
    pinned: false,
    dismissed_because: null,
    analyst: 'statistical',
  };
}
