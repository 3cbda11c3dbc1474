import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Pattern, PatternSaved, Quote } from '@warren/contracts';
import { PatternGate } from '../src/gate/pattern-gate.ts';
import { PatternSaver } from '../src/gate/pattern-saver.ts';
import type { SaveOutcome } from '../src/gate/pattern-saver.ts';
import { unread } from '../src/gate/second-reader.ts';
import type { SecondReader } from '../src/gate/second-reader.ts';
import { PatternEvaluator } from '../src/patterns/pattern-evaluator.ts';
import { PatternsService } from '../src/patterns/patterns.service.ts';
import { RunRow } from '../src/run-state/run.entity.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startCheckingProfiles } from './checking-profiles.ts';
import type { CheckingProfiles } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const five = [1, 2, 3, 4, 5];
/** A second reader that has nothing to object to. */
const honest: SecondReader = async () =>
  Promise.resolve({ ...unread('no_model'), verdict: 'carried', unread: null });

const words = {
  description: 'They bake bread, and speak of it gladly.',
  question_prompts: ['Who taught you?', 'What do you bake most?'],
};

describe('a pattern that says something sensitive', () => {
  let finder: Finder;
  let profiles: CheckingProfiles;
  let names = 0;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', SMALLEST_GROUP: '5' });
    profiles = await startCheckingProfiles(finder.nats.url);
  });

  beforeEach(() => {
    profiles.words = new Map([['migraine', 'health']]);
    profiles.agreed = new Set();
    profiles.members = undefined;
  });

  afterAll(async () => {
    await profiles.close();
    await finder.stop();
  });

  const em = (): EntityManager => finder.app.get(EntityManager).fork();
  const service = (): PatternsService => finder.app.get(PatternsService);
  const evaluateAll = async () => finder.app.get(PatternEvaluator).evaluateAll(null);
  const newName = (): string => `Bakers of street ${'abcdefghijklmnopqrstuvwxyz'.charAt((names += 1))}`;

  async function newRun(): Promise<number> {
    const runs = finder.app.get(RunsService);
    return (await runs.create({ kind: 'discover', focus_areas: [], waits: false })).id;
  }

  /** Saves a pattern of quotes through the gate, as an analyst does. */
  async function save(
    name: string,
    change: { members?: number[]; quote?: string; pattern_id?: number; runId?: number } = {},
    text: Partial<typeof words> = {},
  ): Promise<SaveOutcome & { runId: number }> {
    const { members = five, quote = `I bake bread, of grain ${name.at(-1)}` } = change;
    const quotes: Quote[] = members.map((member_id) => ({ member_id, field: 'bio', quote }));
    const claim = { ...words, ...text, name, category: 'interest_theme' as const, quotes };
    const { pattern_id } = change;
    const checked = await finder.app
      .get(PatternGate)
      .check({ ...claim, ...(pattern_id && { pattern_id }) }, [], [], new AbortController().signal, honest);
    const runId = change.runId ?? (await newRun());
    const saved = await em().transactional(async (tx) =>
      finder.app.get(PatternSaver).save(tx, await tx.findOneOrFail(RunRow, runId), checked),
    );
    return { ...saved, runId };
  }

  async function eventsOf(id: number): Promise<PatternSaved[]> {
    const rows = await em().execute<{ body: string }[]>(
      `select body from outbox_message where subject = 'pattern.saved' and (body::json ->> 'pattern_id')::int = ? order by id`,
      [id],
    );
    return rows.map(({ body }) => JSON.parse(body) as PatternSaved);
  }

  const listed = async (
    query: { held?: 'true' | 'false'; is_active?: 'true' | 'all' } = {},
  ): Promise<number[]> => {
    const page = await service().list({ is_active: 'true', held: 'false', ...query });
    return page.patterns.map(({ id }) => id);
  };

  it('is held: it has no event, is in the list of held ones alone, and its run says how many there are', async () => {
    const { id, runId, held } = await save(
      newName(),
      {},
      { description: 'They bake in spite of migraines.' },
    );
    expect(held).toBe(true);
    expect(await eventsOf(id)).toEqual([]);
    expect(await listed()).not.toContain(id);
    expect(await listed({ is_active: 'all' })).not.toContain(id);
    expect(await listed({ held: 'true' })).toContain(id);
    const pattern = await service().get(id);
    expect(pattern.held?.reasons).toEqual([{ kind: 'sensitive', about: 'health', words: 'migraine' }]);
    expect(pattern).toMatchObject({ published: false, is_active: true, version: 1 });
    const run = await finder.app.get(RunsService).get(runId);
    expect(run).toMatchObject({ held: 1, patterns: [] });
  });

  it.each([
    ['its name', 'Migraine bakers', {}, {}],
    [
      'a question',
      'Bakers of the weir',
      {},
      { question_prompts: ['What helps with migraine?', 'What do you bake?'] },
    ],
    ['a quote', 'Bakers of the lock', { quote: 'I bake bread against my migraine' }, {}],
    [
      'words that are spread over the fields',
      'Bakers with mig',
      {},
      { description: 'raine is no obstacle to bread.' },
    ],
  ])('is held for %s', async (_where, name, change, text) => {
    profiles.words.set('mig raine', 'health');
    expect(await save(name, change, text)).toMatchObject({ held: true });
  });

  it('is published where all of its members agreed, and not where one did not', async () => {
    profiles.agreed = new Set(five);
    const text = { description: 'They bake in spite of migraines.' };
    expect(await save(newName(), {}, text)).toMatchObject({ held: false, published: true });
    profiles.agreed.delete(3);
    expect(await save(newName(), { members: [2, 3, 6, 7, 8] }, text)).toMatchObject({ held: true });
  });

  it('stays held when it is found again, without a further version, and is not reworded by an analyst', async () => {
    const name = newName();
    const { id } = await save(name, {}, { description: 'They bake in spite of migraines.' });
    profiles.words.clear();
    expect(await save(name)).toMatchObject({ id, held: true });
    await evaluateAll();
    expect(await service().get(id)).toMatchObject({ version: 1, held: { reasons: [{ about: 'health' }] } });
    await expect(save(name, { pattern_id: id })).rejects.toMatchObject({ kind: 'held' });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('is told of as a new one once the operator releases it, and later checks do not hold it again', async () => {
    const name = newName();
    const { id } = await save(name, {}, { description: 'They bake in spite of migraines.' });
    const released = await service().patch(id, { held: false });
    expect(released).toMatchObject({ held: null, published: true, version: 2 });
    expect(await eventsOf(id)).toMatchObject([{ change: 'created', version: 2, member_count: 5 }]);
    await service().patch(id, { held: false });
    await evaluateAll();
    expect(await save(name)).toMatchObject({ id, held: false });
    expect(await eventsOf(id)).toHaveLength(1);
    const { versions } = await service().history(id);
    expect(versions.map(({ change, published }) => [change, published])).toEqual([
      ['released', true],
      ['created', false],
    ]);
  });

  it('is held again where it says something else that is sensitive, or its text has changed', async () => {
    const name = newName();
    const { id } = await save(name, {}, { description: 'They bake in spite of migraines.' });
    await service().patch(id, { held: false });
    profiles.words.set('bread', 'politics');
    await evaluateAll();
    expect((await service().get(id)).held?.reasons).toMatchObject([{ about: 'politics' }]);
    profiles.words.delete('bread');
    await service().patch(id, { held: false });
    const reworded = { description: 'Migraine is what they bake against.' };
    expect(await save(name, { pattern_id: id }, reworded)).toMatchObject({ held: true });
    expect((await eventsOf(id)).map(({ change }) => change)).toEqual([
      'created',
      'retired',
      'reactivated',
      'retired',
    ]);
  });

  it('is withdrawn from consumers, without a word, where it was published before', async () => {
    const { id, name } = await save(newName());
    profiles.words.set('gladly', 'faith');
    await evaluateAll();
    const events = await eventsOf(id);
    expect(events).toMatchObject([{ change: 'created' }, { change: 'retired', withheld: true, version: 2 }]);
    expect(events[1]).toMatchObject({ member_count: 0, related_member_ids: [], question_prompts: [] });
    expect(JSON.stringify(events[1])).not.toMatch(new RegExp(`${name}|gladly|bread`));
    await evaluateAll();
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('is dismissed by the operator, and no run finds it any more', async () => {
    const name = newName();
    const { id } = await save(name, {}, { description: 'They bake in spite of migraines.' });
    await service().patch(id, { is_active: false });
    expect(await listed({ held: 'true' })).not.toContain(id);
    expect(await eventsOf(id)).toEqual([]);
    await expect(save(name)).rejects.toMatchObject({
      kind: 'dismissed',
      message: expect.not.stringContaining(name),
    });
  });

  it('cannot be made by renaming, but of one that was released for it', async () => {
    const { id } = await save(newName());
    await expect(service().patch(id, { name: 'Migraine club' })).rejects.toThrow(/sensitive \(health\)/);
    // nor in two steps, of one that is held for something else
    const faithful = await save(newName(), {}, { description: 'They bake in spite of migraines.' });
    profiles.words.set('parish', 'faith');
    await expect(service().patch(faithful.id, { name: 'Parish of bakers' })).rejects.toThrow(/sensitive/);
    const other = await save(newName(), {}, { description: 'They bake in spite of migraines.' });
    await service().patch(other.id, { held: false });
    const renamed: Pattern = await service().patch(other.id, { name: 'Migraine club' });
    expect(renamed).toMatchObject({ name: 'Migraine club', held: null });
    await evaluateAll();
    expect(await service().get(other.id)).toMatchObject({ held: null, version: renamed.version });
  });
});

describe('a pattern of a small group', () => {
  let finder: Finder;
  let profiles: CheckingProfiles;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', SMALLEST_GROUP: '5' });
    profiles = await startCheckingProfiles(finder.nats.url);
  });

  afterAll(async () => {
    await profiles.close();
    await finder.stop();
  });

  it('is told of from the fifth member on, and gone once it has fewer', async () => {
    const em = finder.app.get(EntityManager).fork();
    const quotes: Quote[] = [11, 12, 13, 14, 15, 16].map((member_id) => ({
      member_id,
      field: 'bio',
      quote: 'I mend clocks',
    }));
    profiles.members = new Set([11, 12, 13, 14]);
    const evidence = { basis: 'quotes', quotes, facets: [], statistics: {} };
    await em.execute(
      `insert into pattern (name, name_folded, description, category, member_count, related_member_ids, evidence,
         question_prompts, analyst, fingerprint)
       values ('Clocks', 'clocks', 'They mend clocks.', 'interest_theme', 4, '{11,12,13,14}', ?::json,
         '{"Which clock?","Whose clock?"}', 'claude', 'quotes:clocks')`,
      [JSON.stringify(evidence)],
    );
    const told = async () =>
      (
        await em.execute<{ body: string }[]>(
          `select body from outbox_message where subject = 'pattern.saved' order by id`,
        )
      ).map(({ body }) => JSON.parse(body) as PatternSaved);
    const evaluate = async (members: number[]) => {
      profiles.members = new Set(members);
      await finder.app.get(PatternEvaluator).evaluateAll(null);
    };
    await evaluate([11, 12, 13, 14]);
    expect(await told()).toEqual([]);
    const [pattern] = (await finder.app.get(PatternsService).list({ is_active: 'true', held: 'false' }))
      .patterns;
    expect(pattern).toMatchObject({ member_count: 4, published: false });
    await em.execute(`update pattern set evidence = ?::json`, [JSON.stringify(evidence)]);
    await evaluate([11, 12, 13, 14, 15]);
    await em.execute(`update pattern set evidence = ?::json`, [JSON.stringify(evidence)]);
    await evaluate([11, 12, 13, 14, 15, 16]);
    await evaluate([11, 12, 13]);
    await evaluate([11, 12]);
    const events = await told();
    expect(events.map(({ change, member_count }) => [change, member_count])).toEqual([
      ['created', 5],
      ['updated', 6],
      ['retired', 0],
    ]);
    expect(events[2]).toMatchObject({ withheld: true, related_member_ids: [] });
    expect(JSON.stringify(events)).not.toContain('I mend clocks');
  });
});
