import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { PatternSaved } from '@warren/contracts';
import type { Reading } from '@warren/contracts';
import { erasedPassages } from '@warren/messaging';
import { waitFor } from '@warren/testing';
import { MemberEraser } from '../src/erasure/member-eraser.ts';
import { evidenceOfQuotes } from '../src/evidence/measured-evidence.ts';
import { PatternStore } from '../src/patterns/pattern-store.ts';
import { PatternsService } from '../src/patterns/patterns.service.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const bio = 'Rowed home again since dad went blind.';

describe('an erasure', () => {
  let finder: Finder;
  let bare: NatsConnection;
  let lastId = 700_000;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
    bare = await connect({ servers: finder.nats.url });
  });

  afterAll(async () => {
    await bare.close();
    await finder.stop();
  });

  function em(): EntityManager {
    return finder.app.get(EntityManager).fork();
  }

  async function newPattern(
    name: string,
    ids: number[],
    description = 'They belong together.',
  ): Promise<number> {
    const words = {
      name,
      description,
      category: 'skill_cluster' as const,
      questionPrompts: ['What brought you to it?', `Who taught you in ${name}?`],
    };
    const quotes = ids.map((member_id) => ({
      member_id,
      field: 'bio' as const,
      quote: `${name} it is, ${member_id}`,
    }));
    const create = async (tx: EntityManager) =>
      finder.app
        .get(PatternStore)
        .create(tx, words, evidenceOfQuotes(quotes, 10, 1), { analyst: 'claude', runId: null }, []);
    return (await em().transactional(create)).id;
  }

  const erase = async (id: number) => finder.app.get(MemberEraser).erase([id], erasedPassages([bio])[0]);
  const patternOf = async (id: number) => finder.app.get(PatternsService).get(id);

  /** Events of a pattern in the stream. */
  async function publishedOf(id: number): Promise<PatternSaved[]> {
    const { streams } = await jetstreamManager(bare);
    const { state } = await streams.info('EVENTS');
    const published: PatternSaved[] = [];
    for (let seq = 1; seq <= state.last_seq; seq += 1) {
      const message = await streams.getMessage('EVENTS', { seq });
      const body = PatternSaved.safeParse(message?.json()).data;
      if (body?.pattern_id === id) {
        published.push(body);
      }
    }
    return published;
  }

  /** All messages of the stream, as published. */
  async function bodies(): Promise<string[]> {
    const { streams } = await jetstreamManager(bare);
    const { state } = await streams.info('EVENTS');
    const held: string[] = [];
    for (let seq = 1; seq <= state.last_seq; seq += 1) {
      held.push((await streams.getMessage('EVENTS', { seq }))?.string() ?? '');
    }
    return held;
  }

  it('reaches every row of a table of many', async () => {
    const id = await newPattern('Many versions', [1]);
    await em().execute(
      `insert into pattern_version (pattern_id, version, change, name, description, category, member_count, analyst,
         created_at, published)
       select ?, n, 'updated', 'Many versions', ?, 'skill_cluster', 1, 'claude', now(), false
       from generate_series(2, 1005) n`,
      [id, `It says: ${bio}`],
    );
    const left = async () =>
      em().execute<{ count: number }[]>(
        `select count(*)::integer as count from pattern_version where description like '%since dad went%'`,
      );
    expect(await left()).toEqual([{ count: 1_004 }]);
    await erase((lastId += 1));
    expect(await left()).toEqual([{ count: 0 }]);
  });

  it('goes row by row: one that fails stops no other, and is retried', async () => {
    const id = (lastId += 1);
    const broken = await newPattern('Rowers', [1, 2, id]);
    const sound = await newPattern('Bakers', [3, 4, id]);
    await em().execute(
      `create function reject_update() returns trigger language plpgsql as 'begin raise exception ''no''; end'`,
    );
    await em().execute(
      `create trigger reject_update before update on pattern for each row when (old.id = ${broken}) execute function reject_update()`,
    );
    await expect(erase(id)).rejects.toThrow(/rows still contain a member/);
    expect((await patternOf(sound)).related_member_ids).toEqual([3, 4]);
    expect((await patternOf(broken)).related_member_ids).toEqual([1, 2, id]);
    await em().execute('drop trigger reject_update on pattern');
    await erase(id);
    expect((await patternOf(broken)).related_member_ids).toEqual([1, 2]);
    expect((await patternOf(sound)).version).toBe(2);
  });

  it('is not blocked by arbitrary published messages, however deeply nested', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    await em().execute(
      `insert into parked_message (message_id, subject, body, reason, parked_at) values ('deep', 'pattern.saved', ?, '', now())`,
      [deep],
    );
    bare.publish('pattern.saved', `{"said":"${bio}","more":${deep}}`);
    await bare.flush();
    const held = async () => (await bodies()).join('');
    await waitFor(async () => (await held()).includes('dad'), { describe: 'it to be in the stream' });
    const behind = await newPattern('Behind', [1, 2, (lastId += 1)], `As one says: ${bio}`);
    await erase(lastId);
    expect(await held()).not.toContain('dad');
    expect((await patternOf(behind)).related_member_ids).toEqual([1, 2]);
    const [parked] = await em().execute<{ size: number }[]>(
      `delete from parked_message where message_id = 'deep' returning length(body) as size`,
    );
    expect(parked?.size).toBeLessThan(1_000);
  });

  it('shares its sweep with concurrent ones', async () => {
    await em().execute(
      `insert into inbox_message (message_id, handled_at)
       select 'as one of those who came said ' || n || ' of them ' || md5(n::text) || ' said again ' || md5(n || 'x'), now() from generate_series(1, 4000) n`,
    );
    const timed = async (erasures: number): Promise<number> => {
      const start = performance.now();
      await Promise.all(Array.from({ length: erasures }, async () => erase((lastId += 1))));
      return performance.now() - start;
    };
    await timed(1);
    const one = await timed(1);
    // Sequentially they would take 24 times as long; two sweeps, and the separate work of each, are expected.
    expect(await timed(24)).toBeLessThan(12 * one);
    await em().execute(`delete from inbox_message where message_id like 'as one%'`);
  });

  it('removes a text that cannot be redacted', async () => {
    const { id: runId } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [bio], waits: false });
    await em().execute('update run set response_text = ? where id = ?', [
      `As one of those who came said: ${bio}`,
      runId,
    ]);
    await em().execute(`alter table run add constraint uncut check (position('…' in response_text) = 0)`);
    await erase((lastId += 1));
    await em().execute('alter table run drop constraint uncut');
    expect(await finder.app.get(RunsService).get(runId)).toMatchObject({ response_text: '' });
  });

  it('redacts names and prompts, which stay valid', async () => {
    const [one, other] = [await newPattern(bio, [1, 2, 3]), await newPattern(`“${bio}”`, [4, 5, 6], bio)];
    await erase((lastId += 1));
    const [first, second] = [await patternOf(one), await patternOf(other)];
    expect([first.name, second.name, second.description].join(' ')).not.toMatch(/dad/);
    expect(first.name).not.toBe(second.name);
    expect(second.question_prompts[1]).toBe('Who taught you in “….”?');
  });

  it('redacts what a second reader said, of patterns and versions and in its answers', async () => {
    const id = (lastId += 1);
    const pattern = await newPattern('Gleaners', [21, 22, 23]);
    const read: Reading = {
      ...{ at: new Date().toISOString(), model: 'm', verdict: 'beyond', unread: null, beyond: [bio] },
      ...{ sensitive: [{ kind: 'health', words: bio }], singles_out: [bio] },
    };
    await em().execute('update pattern set reading = ?::json where id = ?', [JSON.stringify(read), pattern]);
    await em().execute('update pattern_version set reading = ?::json where pattern_id = ?', [
      JSON.stringify(read),
      pattern,
    ]);
    const { id: runId } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [], waits: false });
    await em().execute(
      `insert into run_turn (run_id, turn, response, created_at) values (?, 1, '{}', now())`,
      [runId],
    );
    await em().execute(
      `insert into run_reading (run_id, turn, digest, model, response, created_at) values (?, 1, 'd', 'm', ?, now())`,
      [runId, JSON.stringify({ content: [{ type: 'tool_use', input: { beyond: [bio] } }] })],
    );
    await erase(id);
    const takenOut = 'Taken out: words of a member who has left.';
    expect(await patternOf(pattern)).toMatchObject({
      version: 2,
      reading: {
        beyond: [takenOut],
        sensitive: [{ kind: 'health', words: takenOut }],
        singles_out: [takenOut],
      },
    });
    const kept = await em().execute<{ text: string }[]>(
      `select response as text from run_reading union all select reading::text from pattern_version where reading is not null`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.map(({ text }) => text).join()).not.toContain('dad');
  });

  it('redacts what patterns quote and models were shown of a member, even if no event lists it', async () => {
    const id = (lastId += 1);
    const quoted = await newPattern('Poppies of the meadow', [11, 12, id]);
    const other = await newPattern(
      'Sowers',
      [11, 12, 13],
      `One says “poppies of the meadow it is”, one “kept bees behind the mill”. What drew you here, they ask.`,
    );
    const { id: runId } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [], waits: false });
    const profiles = [id, 11].map((member_id) => ({
      ...{ member_id, role: '', looking_for: '', facets: [] },
      bio: member_id === id ? 'We kept bees behind the mill.' : 'I bake.',
      prompt_responses: `What drew you here, they ask.\nThe sea of ${member_id}`,
    }));
    await em().execute(
      'insert into run_turn (run_id, turn, response, results, created_at) values (?, 1, ?, null, now())',
      [runId, JSON.stringify({ content: JSON.stringify({ total: 2, profiles }) })],
    );
    await erase(id);
    expect((await patternOf(quoted)).evidence.quotes).toHaveLength(2);
    expect((await patternOf(other)).description).toBe('One says “…”, one “…”. What drew you here, they ask.');
  });

  it('takes a bridge out of the sides that keep apart', async () => {
    const id = (lastId += 1);
    const side = (has: string, lacks: string) => ({
      clauses: [{ at_least: 1, of: [has] }],
      none_of: [lacks],
    });
    const words = {
      name: 'Boats here, bees there',
      description: 'They hardly meet.',
      category: 'collaboration_opportunity' as const,
      questionPrompts: ['What do you know of bees?', 'What do you know of boats?'],
    };
    const statistics = { observed: 2, share: 0.02, share_low: 0, share_high: 0.1, expected: 9, lift: 0.2 };
    const none = { lift_low: 0.1, lift_high: 0.7, p_value: 1e-6, q_value: 1e-3, tested: 9 };
    const measured = {
      fingerprint: 'rule:apart',
      memberIds: [1, 2, 3, 4, 9, id],
      evidence: {
        basis: 'apart' as const,
        rule: { givers: side('skill:boats', 'skill:bees'), seekers: side('skill:bees', 'skill:boats') },
        facets: [],
        statistics: { ...statistics, ...none },
        sides: { givers: [1, 2], seekers: [3, 4] },
        bridges: [9, id],
      },
    };
    const create = async (tx: EntityManager) =>
      finder.app.get(PatternStore).create(tx, words, measured, { analyst: 'claude', runId: null }, []);
    const pattern = (await em().transactional(create)).id;
    await erase(id);
    const { evidence, member_count } = await patternOf(pattern);
    expect([evidence.bridges, evidence.statistics.observed, member_count]).toEqual([[9], 1, 5]);
  });

  it('deletes published events from the stream, and republishes those not consumed by all', async () => {
    const id = (lastId += 1);
    const pattern = await newPattern('Singers', [7, 8, id], `As one says: ${bio}`);
    await waitFor(async () => (await publishedOf(pattern)).length === 1, { describe: 'it to be published' });
    const { consumers } = await jetstreamManager(bare);
    await consumers.add('EVENTS', { durable_name: 'slow-consumer', filter_subject: 'pattern.saved' });
    await erase(id);
    await waitFor(async () => (await publishedOf(pattern)).length === 2, { describe: 'both versions' });
    const published = await publishedOf(pattern);
    expect(published.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(JSON.stringify(published)).not.toMatch(/dad|700/);
    await consumers.delete('EVENTS', 'slow-consumer');
    const again = (lastId += 1);
    const received = await newPattern('Dancers', [7, 8, again]);
    await waitFor(async () => (await publishedOf(received)).length === 1, { describe: 'it to be published' });
    await erase(again);
    await waitFor(async () => (await publishedOf(received)).length > 0, { describe: 'it to be published' });
    expect((await publishedOf(received)).map(({ version }) => version)).toEqual([2]);
  });

  it('that could not be read is parked, as health and metrics report', async () => {
    const url = await finder.app.getUrl();
    const figures = async () => (await fetch(`${url}/metrics`)).text();
    expect(await figures()).toContain('warren_parked_messages{subject="members.changed"} 0');
    bare.publish('members.changed', '{"erased_member_ids":["x"]}');
    await waitFor(
      async () => (await figures()).includes('warren_parked_messages{subject="members.changed"} 1'),
      {
        describe: 'it to be counted',
      },
    );
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      {
        info: {
          parked: {
            messages: { 'members.changed': 1 },
            erasures: expect.stringContaining('npm run events -- parked'),
          },
        },
      },
    ]);
  });
});
