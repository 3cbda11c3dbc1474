import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IntroductionNotFound, IntroductionProposed } from '@warren/contracts';
import type { IntroductionProposal, ReplyOf, RequestOf } from '@warren/contracts';
import {
  Answers,
  AuditEntries,
  MessagingModule,
  MessagingOptions,
  erasedPassages,
  serveMessages,
} from '@warren/messaging';
import { MemberEraser } from '../src/erasure/member-eraser.ts';
import { MemberExportService } from '../src/export/member-export.service.ts';
import { IntroductionProposer } from '../src/introductions/introduction-proposer.ts';
import { Claims } from '../src/run-state/claims.ts';
import type { Claim } from '../src/run-state/claims.ts';
import { LeaseLost } from '../src/run-state/run-errors.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

type Asked = RequestOf<'community.introductions'>;

const facet = (key: string) => ({ key, label: key.slice(key.indexOf(':') + 1).toUpperCase() });
const proposal = (
  seeker: number,
  giver: number,
  label: string,
  more: Partial<IntroductionProposal> = {},
): IntroductionProposal => ({
  seeker,
  giver,
  need: facet(`looking_for:${label}`),
  offer: facet(`skill:${label}`),
  shared: [facet('interest:tea')],
  mutual: false,
  seekers: 2,
  givers: 1,
  ...more,
});

describe('introductions', () => {
  let finder: Finder;
  let closeProfiles: () => Promise<void>;
  const asked: Asked[] = [];
  /** What member-profile answers. */
  let proposed: IntroductionProposal[] = [];
  let holds: (seeker: number) => boolean = () => true;
  let onAsked: () => Promise<void> = async () => Promise.resolve();

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', WORKER_TIMEOUT_MS: '24000' });

    @Controller()
    class Profiles {
      @Answers('community.introductions')
      async introductions(request: Asked): Promise<ReplyOf<'community.introductions'>> {
        asked.push(request);
        await onAsked();
        return {
          revision: 7,
          proposed: request.most === 0 ? [] : proposed,
          known: request.known.map(([seeker]) =>
            holds(seeker)
              ? { seekers: 2, givers: proposed.find((one) => one.seeker === seeker)?.givers ?? 1 }
              : null,
          ),
        };
      }
    }

    const messaging = new MessagingOptions({ service: 'member-profile', servers: [finder.nats.url] });

    @Module({ imports: [MessagingModule.forRequests(messaging)], controllers: [Profiles] })
    class ProfilesModule {}

    const app = await NestFactory.create(ProfilesModule, new FastifyAdapter(), {
      logger: ['error', 'fatal'],
    });
    await app.init();
    await serveMessages(app, false);
    closeProfiles = async () => app.close();
  });

  beforeEach(async () => {
    await em().execute('delete from introduction');
    await em().execute('delete from outbox_message');
    asked.length = 0;
    proposed = [proposal(1, 2, 'a'), proposal(3, 4, 'b', { givers: 9 })];
    holds = () => true;
    onAsked = async () => Promise.resolve();
  });

  afterAll(async () => {
    await closeProfiles();
    await finder.stop();
  });

  const em = (): EntityManager => finder.app.get(EntityManager).fork();
  const proposer = (): IntroductionProposer => finder.app.get(IntroductionProposer);
  const ask: Finder['client']['ask'] = async (...args) => finder.client.ask(...args);

  async function claimed(): Promise<Claim> {
    const { id } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [], waits: false });
    const result = await finder.app.get(Claims).claim(id);
    if (result.kind !== 'claimed') {
      throw new Error(`the run is ${result.kind}`);
    }
    return result.claim;
  }

  const propose = async (claim?: Claim): Promise<number> =>
    proposer().propose(claim ?? (await claimed()), new AbortController().signal);

  /** Introductions that events have told of. */
  async function told(): Promise<IntroductionProposed['introductions']> {
    const rows = await em().execute<{ body: string }[]>(
      `select body from outbox_message where subject = 'introduction.proposed' order by id`,
    );
    return rows.flatMap(({ body }) => IntroductionProposed.parse(JSON.parse(body)).introductions);
  }

  /** Every row as it is, with its version. */
  const rows = async () => em().execute('select xmin::text, * from introduction order by id');

  it('are stored and told once each, with ids and labels, by the run that proposes them', async () => {
    const claim = await claimed();
    expect(await propose(claim)).toBe(2);
    const { introductions, total } = await ask('introductions.list', {});
    expect(total).toBe(2);
    expect(introductions[0]).toMatchObject({
      ...proposed[0],
      state: 'proposed',
      reason: null,
      holds: true,
      run_id: claim.runId,
    });
    expect(await told()).toEqual(
      introductions.map(({ id, seeker, giver, need, offer, mutual }) => ({
        introduction_id: id,
        seeker,
        giver,
        need,
        offer,
        mutual,
      })),
    );
    const [run] = await em().execute<{ introduced: boolean }[]>('select introduced from run where id = ?', [
      claim.runId,
    ]);
    expect(run?.introduced).toBe(true);
  });

  it('are neither written nor told again where nothing has changed', async () => {
    await propose();
    const [before, events] = [await rows(), await told()];
    expect(await propose()).toBe(0);
    await proposer().recheck();
    expect([await rows(), await told()]).toEqual([before, events]);
  });

  it('come once of runs at the same time', async () => {
    await Promise.all([propose(), propose(), propose()]);
    expect([(await rows()).length, (await told()).length]).toEqual([2, 2]);
  });

  it('are asked for with what is known, and what came of it', async () => {
    proposed = ['a', 'b', 'c', 'd', 'e'].map((label, at) => proposal(10 + at, 20 + at, label));
    await propose();
    const { introductions } = await ask('introductions.list', {});
    const states = ['proposed', 'introduced', 'met', 'declined', 'not_again'] as const;
    for (const [at, { id }] of introductions.entries()) {
      await ask('introductions.patch', { id, patch: { state: states[at]! } });
    }
    await propose();
    const { known, facets, most } = asked.at(-1)!;
    expect(most).toBe(4999);
    expect(
      known
        .map(([seeker, giver, need, offer, state]) => [seeker, giver, facets[need], facets[offer], state])
        .toSorted(),
    ).toEqual([
      [10, 20, 'looking_for:a', 'skill:a', 'open'],
      [11, 21, 'looking_for:b', 'skill:b', 'open'],
      [12, 22, 'looking_for:c', 'skill:c', 'met'],
      [13, 23, 'looking_for:d', 'skill:d', 'declined'],
      [14, 24, 'looking_for:e', 'skill:e', 'never'],
    ]);
  });

  it('are asked for again where the operator changed one meanwhile', async () => {
    await propose();
    const [first] = (await ask('introductions.list', {})).introductions;
    onAsked = async () => {
      onAsked = async () => Promise.resolve();
      await ask('introductions.patch', { id: first!.id, patch: { state: 'not_again' } });
    };
    await propose();
    expect(asked.slice(1).map(({ known }) => known.some(([, , , , state]) => state === 'never'))).toEqual([
      false,
      true,
    ]);
  });

  it('are in the list of outdated ones alone while they do not hold', async () => {
    await propose();
    holds = (seeker) => seeker !== 1;
    await proposer().recheck();
    const seekers = async (query: object) =>
      (await ask('introductions.list', query)).introductions.map(({ seeker }) => seeker);
    expect([await seekers({}), await seekers({ outdated: 'true' })]).toEqual([[3], [1]]);
    holds = () => true;
    await propose();
    expect([await seekers({}), (await told()).length]).toEqual([[1, 3], 2]);
  });

  it('are listed by state, by member and page by page, greatest need first', async () => {
    proposed = [
      proposal(1, 2, 'a', { givers: 8 }),
      proposal(3, 4, 'b', { givers: 1 }),
      proposal(5, 2, 'c', { givers: 3 }),
    ];
    holds = () => true;
    await propose();
    const seekers = async (query: object) =>
      (await ask('introductions.list', query)).introductions.map(({ seeker }) => seeker);
    expect(await seekers({})).toEqual([3, 5, 1]);
    expect(await seekers({ member_id: 2 })).toEqual([5, 1]);
    expect(await seekers({ per_page: 2, page: 2 })).toEqual([1]);
    const { introductions } = await ask('introductions.list', { member_id: 5 });
    await ask('introductions.patch', { id: introductions[0]!.id, patch: { state: 'met' } });
    expect([await seekers({ state: 'met' }), await seekers({ state: 'proposed' })]).toEqual([[5], [3, 1]]);
  });

  it('change their state with a reason, recorded once, and none that is not there', async () => {
    await propose();
    const [first] = (await ask('introductions.list', {})).introductions;
    const patch = { state: 'declined' as const, reason: 'No time before spring' };
    const changed = await ask('introductions.patch', { id: first!.id, patch });
    expect(changed).toMatchObject(patch);
    await ask('introductions.patch', { id: first!.id, patch });
    await ask('introductions.patch', { id: first!.id, patch: { state: 'declined' } });
    expect(await ask('introductions.get', { id: first!.id })).toEqual(changed);
    expect(await ask('introductions.patch', { id: first!.id, patch: { state: 'met' } })).toMatchObject({
      reason: null,
    });
    const { entries } = await finder.app
      .get(AuditEntries)
      .list({ target_kind: 'introduction', target_id: String(first!.id), limit: 10 });
    expect(entries.map(({ details }) => details)).toEqual([
      { from: 'declined', state: 'met' },
      { from: 'proposed', state: 'declined' },
    ]);
    await expect(ask('introductions.get', { id: 999_999 })).rejects.toBeInstanceOf(IntroductionNotFound);
  });

  it('are not written by a worker that has lost its lease', async () => {
    const claim = await claimed();
    await em().execute('update run set fence = fence + 1 where id = ?', [claim.runId]);
    await expect(propose(claim)).rejects.toBeInstanceOf(LeaseLost);
    expect(await rows()).toEqual([]);
  });

  it('are in the export of either, each with this side alone, and gone once one is erased', async () => {
    proposed = [proposal(81_001, 81_002, 'a'), proposal(81_003, 81_001, 'b')];
    await propose();
    const kept = await finder.app.get(MemberExportService).export({ id: 81_001 });
    expect(kept.introductions).toMatchObject([
      { role: 'seeker', need: facet('looking_for:a'), state: 'proposed' },
      { role: 'giver', need: facet('looking_for:b') },
    ]);
    expect(kept.rows.filter(({ table }) => table === 'introduction').map(({ columns }) => columns)).toEqual([
      ['seeker_id'],
      ['giver_id'],
    ]);
    expect(kept.events.map(({ subject }) => subject)).toEqual(['introduction.proposed']);
    expect(JSON.stringify(kept.introductions)).not.toMatch(/81002|81003/);
    await finder.app.get(MemberEraser).erase([81_002], erasedPassages([])[0]);
    expect((await rows()).length).toBe(1);
    expect((await told()).map(({ seeker, giver }) => [seeker, giver])).toEqual([[81_003, 81_001]]);
  });

  it('are not proposed to who was erased while they were asked for', async () => {
    proposed = [proposal(82_001, 82_002, 'a')];
    onAsked = async () => {
      onAsked = async () => Promise.resolve();
      proposed = [];
      await finder.app.get(MemberEraser).erase([82_001], erasedPassages([])[0]);
    };
    expect(await propose()).toBe(0);
    expect([(await rows()).length, asked.length]).toEqual([0, 2]);
  });
});
