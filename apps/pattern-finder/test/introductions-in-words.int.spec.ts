import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { Conflict, IntroductionProposed, IntroductionQuery } from '@warren/contracts';
import type { Reading } from '@warren/contracts';
import { erasedPassages } from '@warren/messaging';
import { MemberEraser } from '../src/erasure/member-eraser.ts';
import { MemberExportService } from '../src/export/member-export.service.ts';
import type { IntroductionClaim } from '../src/gate/introductions/introduction-claim.ts';
import { IntroductionGate } from '../src/gate/introductions/introduction-gate.ts';
import { unread } from '../src/gate/second-reader.ts';
import type { ReadSubject } from '../src/gate/second-reader.ts';
import { IntroductionProposer } from '../src/introductions/introduction-proposer.ts';
import { IntroductionSaver } from '../src/introductions/introduction-saver.ts';
import { IntroductionsService } from '../src/introductions/introductions.service.ts';
import { Claims } from '../src/run-state/claims.ts';
import type { Claim } from '../src/run-state/claims.ts';
import { LeaseLost } from '../src/run-state/run-errors.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { facet, startIntroducingProfiles } from './introducing-profiles.ts';
import type { IntroducingProfiles } from './introducing-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const [weaver, joiner, other] = [91_001, 91_002, 91_003];
const needs = 'My floor loom broke and I need a hand to mend it.';
const gives = 'Repairing wooden machines for neighbours is what I like most.';
const why = 'One has a loom that is broken, and the other likes to repair what is made of wood.';
const claim: IntroductionClaim = {
  seeker: { member_id: weaver, field: 'bio', quote: 'My floor loom broke' },
  giver: { member_id: joiner, field: 'bio', quote: gives },
  why,
};

describe('introductions that an analyst proposes', () => {
  let finder: Finder;
  let profiles: IntroducingProfiles;
  let run: Claim;
  /** The verdict of the second reader, and what it was given. */
  let verdict: Partial<Reading>;
  let read: ReadSubject[];

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', WORKER_TIMEOUT_MS: '24000' });
    profiles = await startIntroducingProfiles(finder.nats.url);
  });

  beforeEach(async () => {
    await em().execute('delete from introduction');
    await em().execute('delete from outbox_message');
    profiles.bios = new Map([
      [weaver, `${needs} I dye wool with plants.`],
      [joiner, `${gives} I would never restore pianos.`],
      [other, 'I keep bees.'],
    ]);
    profiles.facets = new Map([[joiner, [facet('skill:joinery')]]]);
    profiles.sensitive = [];
    profiles.named = [];
    profiles.asked.length = 0;
    verdict = { verdict: 'carried', unread: null };
    read = [];
    run = await claimed();
  });

  afterAll(async () => {
    await profiles.close();
    await finder.stop();
  });

  const em = (): EntityManager => finder.app.get(EntityManager).fork();
  const service = (): IntroductionsService => finder.app.get(IntroductionsService);
  const list = async (query: object = {}) =>
    (await service().list(IntroductionQuery.parse(query))).introductions;

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

  /** What the tool does with a call whose members were shown. */
  async function propose(change: Partial<IntroductionClaim> = {}): Promise<{ id: number; held: boolean }> {
    const shown = [...profiles.bios].map(([memberId, bio]) => ({ memberId, texts: [bio] }));
    const checked = await finder.app
      .get(IntroductionGate)
      .verify({ ...claim, ...change }, shown, new AbortController().signal, async (subject) => {
        read.push(subject);
        return Promise.resolve({ ...unread('failed'), ...verdict });
      });
    return finder.app
      .get(Claims)
      .unlessCancelled(run, async (manager, row) =>
        finder.app.get(IntroductionSaver).save(manager, row, checked),
      );
  }

  const kindOf = async (change: Partial<IntroductionClaim>): Promise<string> =>
    propose(change).then(
      () => 'proposed',
      (error: unknown) => (error as { kind?: string }).kind ?? String(error),
    );

  async function told(): Promise<IntroductionProposed[]> {
    const rows = await em().execute<{ body: string }[]>(
      `select body from outbox_message where subject = 'introduction.proposed' order by id`,
    );
    return rows.map(({ body }) => IntroductionProposed.parse(JSON.parse(body)));
  }

  const counted = async () => (await finder.app.get(RunsService).get(run.runId)).introductions;

  it('are stored with whole sentences of both and the sentence of why, told by ids, and counted', async () => {
    const { id, held } = await propose();
    expect(held).toBe(false);
    expect(await list()).toMatchObject([
      {
        id,
        seeker: weaver,
        giver: joiner,
        proposed_by: 'analyst',
        need: null,
        need_words: { field: 'bio', quote: needs },
        offer_words: { field: 'bio', quote: gives },
        why,
        seekers: null,
        held: null,
        run_id: run.runId,
      },
    ]);
    expect(await told()).toEqual([
      {
        run_id: run.runId,
        introductions: [],
        in_own_words: [{ introduction_id: id, seeker: weaver, giver: joiner, need: null, offer: null }],
      },
    ]);
    expect(await counted()).toEqual({ proposed: 1, held: 0 });
    expect(JSON.stringify(read)).not.toMatch(/9100/);
  });

  it('may stand on a facet that the member carries, which the event tells', async () => {
    await propose({ giver: { member_id: joiner, facet: 'skill:joinery' } });
    expect(await list()).toMatchObject([{ offer: facet('skill:joinery'), offer_words: null }]);
    expect(await told()).toMatchObject([{ in_own_words: [{ need: null, offer: facet('skill:joinery') }] }]);
    profiles.facets.set(weaver, [facet('looking_for:looms')]);
    await em().execute('delete from introduction');
    await propose({
      seeker: { member_id: weaver, facet: 'looking_for:looms' },
      giver: { member_id: joiner, facet: 'skill:joinery' },
    });
    expect((await told())[1]).toMatchObject({
      introductions: [{ need: facet('looking_for:looms'), offer: facet('skill:joinery'), mutual: false }],
      in_own_words: [],
    });
  });

  it('are refused where a reason is not what the member lists or wrote', async () => {
    const of = (member_id: number, quote: string) => ({ member_id, field: 'bio' as const, quote });
    profiles.named = ['welding'];
    expect([
      await kindOf({ giver: of(joiner, 'I weld all day long.') }),
      await kindOf({ giver: of(joiner, 'restore pianos') }),
      await kindOf({ giver: { member_id: joiner, facet: 'skill:welding' } }),
      await kindOf({ giver: { member_id: joiner, facet: 'looking_for:wood' } }),
      await kindOf({ seeker: { member_id: weaver, facet: 'skill:joinery' } }),
      await kindOf({ giver: of(weaver, needs) }),
      await kindOf({ why: 'One has a broken loom, and the other has done welding for years.' }),
    ]).toEqual([
      'quote_not_verbatim',
      'quote_not_verbatim',
      'unknown_facet',
      'wrong_shape',
      'wrong_shape',
      'wrong_shape',
      'unsupported_facet',
    ]);
    verdict = { verdict: 'beyond', unread: null };
    expect(await kindOf({})).toBe('beyond_evidence');
    expect([await list(), await told()]).toEqual([[], []]);
  });

  it('wait for the operator without a verdict, or with something sensitive, whatever the two agreed to', async () => {
    verdict = {};
    profiles.sensitive = ['dye wool'];
    const seeker = { member_id: weaver, field: 'bio' as const, quote: 'I dye wool with plants.' };
    const { id, held } = await propose({ seeker });
    expect(held).toBe(true);
    expect([await list(), await list({ member_id: weaver }), await told()]).toEqual([[], [], []]);
    const [waiting] = await list({ held: 'true' });
    expect(waiting?.held?.reasons.map(({ kind }) => kind)).toEqual(['sensitive', 'unread']);
    expect(await counted()).toEqual({ proposed: 0, held: 1 });
    await expect(service().patch(id, { state: 'introduced' })).rejects.toBeInstanceOf(Conflict);
    expect(await service().patch(id, { held: false })).toMatchObject({ held: null, state: 'proposed' });
    await service().patch(id, { held: false });
    expect([(await list()).length, (await list({ held: 'true' })).length]).toEqual([1, 0]);
    expect((await told()).map(({ run_id, in_own_words }) => [run_id, in_own_words.length])).toEqual([
      [run.runId, 1],
    ]);
  });

  it('are declined where they wait, and are then never told', async () => {
    verdict = {};
    const { id } = await propose();
    await service().patch(id, { state: 'declined', reason: 'They share a house' });
    expect(await list({ state: 'declined' })).toMatchObject([{ id, reason: 'They share a house' }]);
    expect([await list({ held: 'true' }), await told()]).toEqual([[], []]);
    await expect(service().patch(id, { held: false })).rejects.toThrow(/is declined/);
    await expect(service().patch(id, { held: false, state: 'not_again' })).rejects.toThrow(/is declined/);
    expect(await told()).toEqual([]);
  });

  it.each(['proposed', 'introduced', 'met', 'declined', 'not_again'] as const)(
    'are not proposed again, either way round, where the two are %s',
    async (state) => {
      const { id } = await propose();
      await service().patch(id, { state });
      const turned = { seeker: { ...claim.giver }, giver: { ...claim.seeker } };
      const bee = { ...claim.seeker, quote: 'I dye wool with plants.' };
      expect([await kindOf({}), await kindOf(turned), await kindOf({ seeker: bee })]).toEqual(
        Array.from({ length: 3 }, () => 'already_introduced'),
      );
      await finder.app.get(IntroductionProposer).propose(run, new AbortController().signal);
      expect(profiles.asked.at(-1)?.known).toMatchObject([[weaver, joiner, 0, 0, 'never']]);
    },
  );

  it('hold no more once the words are gone, until they are there again, and may then have other reasons', async () => {
    const { id } = await propose();
    const recheck = async () => finder.app.get(IntroductionProposer).recheck();
    await recheck();
    expect(await service().get(id)).toMatchObject({ holds: true });
    profiles.bios.set(weaver, 'I dye wool with plants.');
    await recheck();
    expect([await list(), (await list({ outdated: 'true' })).length]).toEqual([[], 1]);
    expect(profiles.asked.at(-1)?.known).toMatchObject([[weaver, joiner, 0, 0, 'never']]);
    expect(await kindOf({})).toBe('quote_not_verbatim');
    expect(await kindOf({ seeker: { ...claim.seeker, quote: 'I dye wool with plants.' } })).toBe('proposed');
    profiles.bios.set(weaver, needs);
    await recheck();
    expect(await service().get(id)).toMatchObject({ holds: true });
  });

  it('are listed with those that no longer hold where they were held, and can be released no more', async () => {
    verdict = {};
    const { id } = await propose();
    profiles.bios.set(weaver, 'I dye wool with plants.');
    await finder.app.get(IntroductionProposer).recheck();
    expect(await list({ outdated: 'true' })).toMatchObject([{ id, holds: false }]);
    expect([await list(), await list({ held: 'true' })]).toEqual([[], []]);
    await expect(service().patch(id, { held: false })).rejects.toThrow(/does not hold any more/);
    profiles.bios.set(weaver, needs);
  });

  it('are twenty in a run at most', async () => {
    await em().execute(
      `insert into introduction (seeker_id, giver_id, proposed_by, need, need_label, offer, offer_label, shared, mutual, run_id)
       select 1, n, 'analyst', 'looking_for:a', 'a', 'skill:a', 'a', '[]', false, ? from generate_series(2, 21) as n`,
      [run.runId],
    );
    expect(await kindOf({})).toBe('too_many_introductions');
  });

  it('are not written by a worker that has lost its lease', async () => {
    await em().execute('update run set fence = fence + 1 where id = ?', [run.runId]);
    await expect(propose()).rejects.toBeInstanceOf(LeaseLost);
    expect([await list(), await told()]).toEqual([[], []]);
  });

  it('are in the export of either with the words of this side alone, and gone once one is erased', async () => {
    await propose();
    const kept = await finder.app.get(MemberExportService).export({ id: weaver });
    expect(kept.introductions).toMatchObject([
      { role: 'seeker', need: null, words: { field: 'bio', quote: needs }, why },
    ]);
    expect(JSON.stringify(kept.introductions)).not.toMatch(/91002|neighbours/);
    expect(kept.rows).toContainEqual(
      expect.objectContaining({ table: 'introduction', columns: ['seeker_id', 'need_words'] }),
    );
    expect(kept.events.map(({ subject }) => subject)).toEqual(['introduction.proposed']);
    await finder.app.get(MemberEraser).erase([joiner], erasedPassages([])[0]);
    expect(await em().execute('select id from introduction')).toEqual([]);
    expect((await told()).map(({ in_own_words }) => in_own_words)).toEqual([[]]);
  });
});
