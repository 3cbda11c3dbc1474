import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { MembersChanged, ReplyOf, RequestOf } from '@warren/contracts';
import {
  Answers,
  MessagingModule,
  MessagingOptions,
  digestOfErasure,
  erasedPassages,
  serveMessages,
} from '@warren/messaging';
import { waitFor } from '@warren/testing';
import { HarmlessCheck } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

/** State of the stand-in for member-profile, set by the tests. */
const membership = { revision: 7, members: new Set([1, 2, 3, 4]), evaluated: 0, erasures: new Set<string>() };
const quoteOf = (member_id: number) =>
  ({ member_id, field: 'bio', quote: `I bake bread, says ${member_id}` }) as const;

/** Stand-in for member-profile, over a real NATS server. */
@Controller()
class Profiles {
  @Answers('members.confirm-erasure')
  async confirm({
    digest,
  }: RequestOf<'members.confirm-erasure'>): Promise<ReplyOf<'members.confirm-erasure'>> {
    return Promise.resolve({ confirmed: membership.erasures.has(digest) });
  }

  @Answers('community.evaluate-rules')
  async evaluate(): Promise<ReplyOf<'community.evaluate-rules'>> {
    membership.evaluated += 1;
    return Promise.resolve({ revision: membership.revision, min_members: 3, evaluations: [] });
  }

  @Answers('community.verify-quotes')
  async verify({
    quotes,
  }: RequestOf<'community.verify-quotes'>): Promise<ReplyOf<'community.verify-quotes'>> {
    const verdicts = quotes.map((quote) => {
      const verified = membership.members.has(quote.member_id);
      return { quote, verified, reason: verified ? null : 'nobody' };
    });
    return Promise.resolve({
      revision: membership.revision,
      min_members: 3,
      total_active_members: membership.members.size,
      verdicts,
    });
  }
}

const lastRevision = Number.MAX_SAFE_INTEGER;

describe('members.changed, which anybody may publish', () => {
  let finder: Finder;
  let profiles: INestApplication;
  let other: NatsConnection;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', REMEASURE_MS: '0' });
    const messaging = new MessagingOptions({ service: 'member-profile', servers: [finder.nats.url] });

    @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles, HarmlessCheck] })
    class ProfilesModule {}

    profiles = await NestFactory.create(ProfilesModule, new FastifyAdapter(), { logger: ['error', 'fatal'] });
    await profiles.init();
    await serveMessages(profiles, false);
    other = await connect({ servers: finder.nats.url });
    const statistics = {
      ...{ observed: 4, share: 1, share_low: 0.5, share_high: 1, expected: null, lift: null, lift_low: null },
      ...{ lift_high: null, p_value: null, q_value: null, tested: null },
    };
    const evidence = { basis: 'quotes', quotes: [1, 2, 3, 4].map(quoteOf), facets: [], statistics };
    await em().execute(
      `insert into pattern (name, name_folded, description, category, member_count, related_member_ids, evidence,
         question_prompts, analyst, fingerprint)
       values ('Bakers', 'bakers', 'They bake bread at home.', 'interest_theme', 4, '{1,2,3,4}', ?::json,
         '{"Who bakes?","Who taught you?"}', 'claude', 'quotes:1')`,
      [JSON.stringify(evidence)],
    );
  });

  beforeEach(async () => {
    await em().execute('delete from membership_measured');
  });

  afterAll(async () => {
    await other.close();
    await profiles.close();
    await finder.stop();
  });

  const em = (): EntityManager => finder.app.get(EntityManager).fork();

  async function evaluatedRevision(): Promise<number | undefined> {
    const [row] = await em().execute<{ revision: string }[]>('select revision from membership_measured');
    return row && Number(row.revision);
  }

  async function publishChange(change: Partial<MembersChanged>): Promise<void> {
    const body: MembersChanged = {
      revision: membership.revision,
      changed: 1,
      erased_member_ids: [],
      ...change,
    };
    await jetstream(other).publish('members.changed', JSON.stringify(body));
    const { consumers } = await jetstreamManager(other);
    await waitFor(
      async () => {
        const info = await consumers.info('EVENTS', 'pattern-finder-members-changed');
        return info.num_pending + info.num_ack_pending === 0;
      },
      { describe: 'the message to be settled', timeoutMs: 20_000 },
    );
  }

  it('keeps the revision that member-profile answers, not that of the event', async () => {
    await publishChange({ revision: lastRevision });
    expect(await evaluatedRevision()).toBe(7);
    const before = membership.evaluated;
    await publishChange({ revision: lastRevision });
    expect(membership.evaluated).toBe(before);
    membership.revision = 8;
    await publishChange({});
    expect([await evaluatedRevision(), membership.evaluated]).toEqual([8, before + 1]);
  });

  it('evaluates again although the stored revision does not exist', async () => {
    await em().execute('insert into membership_measured (revision, at) values (?, now())', [lastRevision]);
    membership.revision = 9;
    await publishChange({});
    expect(await evaluatedRevision()).toBe(9);
  });

  it('removes only members and words whose erasure member-profile confirms', async () => {
    const shown = async () => {
      const pattern = await finder.client.ask('patterns.get', { id: 1 });
      return [pattern.related_member_ids, pattern.description];
    };
    const description = 'They bake bread at home.';
    const [erased_passages] = erasedPassages(['They bake bread at home, all of them']);
    await publishChange({ erased_member_ids: [1, 2, 3, 99] });
    await publishChange({ erased_member_ids: [900_000_001], erased_passages });
    await publishChange({ erased_passages });
    expect(await shown()).toEqual([[1, 2, 3, 4], description]);
    const real = { erased_member_ids: [2], erased_passages: erasedPassages(['Home is where I bake'])[0]! };
    membership.erasures.add(digestOfErasure(real));
    membership.members.delete(2);
    await publishChange({ ...real, erased_passages });
    await publishChange({
      ...real,
      erased_passages: { ...real.erased_passages, hashes: erased_passages!.hashes },
    });
    await publishChange({ ...real, erased_member_ids: [2, 3] });
    expect(await shown()).toEqual([[1, 2, 3, 4], description]);
    membership.revision += 1;
    await publishChange(real);
    expect(await shown()).toEqual([[1, 3, 4], description]);
  });
});
