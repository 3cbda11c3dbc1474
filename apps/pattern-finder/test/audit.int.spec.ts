import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { Conflict } from '@warren/contracts';
import type { AuditEntry } from '@warren/contracts';
import { AuditEntries, Retention, erasedPassages, withActor } from '@warren/messaging';
import { evidenceOfQuotes } from '../src/evidence/measured-evidence.ts';
import { MemberExportService } from '../src/export/member-export.service.ts';
import { PatternStore } from '../src/patterns/pattern-store.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startCheckingProfiles } from './checking-profiles.ts';
import type { CheckingProfiles } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const ada = { id: 'https://id.example/ada', kind: 'person', role: 'operator' } as const;
const bio = 'Rowed home again since dad went blind.';
const id = 918_273_646;

describe('pattern-finder', () => {
  let finder: Finder;
  let profiles: CheckingProfiles;
  let seen = 0;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', WORKER_TIMEOUT_MS: '24000' });
    profiles = await startCheckingProfiles(finder.nats.url);
  });
  afterAll(async () => {
    await profiles.close();
    await finder.stop();
  });

  const em = (): EntityManager => finder.app.get(EntityManager).fork();
  const ask: Finder['client']['ask'] = async (...args) =>
    withActor(ada, async () => finder.client.ask(...args));

  async function newPattern(name: string, ids: number[]): Promise<number> {
    const words = {
      name,
      description: 'They belong together.',
      category: 'skill_cluster' as const,
      questionPrompts: ['What brought you to it?', `Who taught you in ${name}?`],
    };
    const quotes = ids.map((member_id) => ({
      member_id,
      field: 'bio' as const,
      quote: member_id === id ? bio : `${name} it is, ${member_id}`,
    }));
    const create = async (tx: EntityManager) =>
      finder.app
        .get(PatternStore)
        .create(tx, words, evidenceOfQuotes(quotes, 10, 1), { analyst: 'claude', runId: null }, []);
    return (await em().transactional(create)).id;
  }

  /** Entries since the last call, oldest first. */
  async function news(): Promise<
    Pick<AuditEntry, 'actor' | 'action' | 'target' | 'outcome' | 'reason' | 'details'>[]
  > {
    const { entries } = await finder.app.get(AuditEntries).list({ limit: 200 });
    const fresh = entries.filter((entry) => entry.id > seen).toReversed();
    seen = Math.max(seen, ...entries.map((entry) => entry.id));
    return fresh.map(({ actor, action, target, outcome, reason, details }) => ({
      actor,
      action,
      target,
      outcome,
      reason,
      details,
    }));
  }

  const done = (action: string, kind: string, target: number, details: object) => ({
    actor: ada,
    action,
    target: { kind, ids: [String(target)] },
    outcome: 'done',
    reason: null,
    details,
  });

  it('records each change of a pattern once, and none where nothing changes', async () => {
    const pattern = await newPattern('Makers of clocks', [1, 2, 3]);
    await news();
    await ask('patterns.patch', { id: pattern, patch: { pinned: true, name: 'Ada’s makers' } });
    await ask('patterns.patch', { id: pattern, patch: { pinned: true } });
    await ask('patterns.patch', { id: pattern, patch: { is_active: false } });
    const entries = await news();
    expect(entries).toEqual([
      done('patterns.patch', 'pattern', pattern, { version: 2, renamed: true, pinned: true }),
      done('patterns.patch', 'pattern', pattern, { version: 3, is_active: false }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('makers');
  });

  it('records runs that are requested, cancelled and replayed, each once', async () => {
    await news();
    const request = { kind: 'discover' as const, focus_areas: ['Ada’s tea'], idempotency_key: 'once' };
    const { id: run } = await ask('runs.create', request);
    await ask('runs.create', request);
    await ask('runs.cancel', { id: run });
    await expect(ask('runs.cancel', { id: run })).rejects.toBeInstanceOf(Conflict);
    await em().execute(`update run set status = 'parked' where id = ?`, [run]);
    await ask('runs.replay', { id: run, max_cost: 3 });
    const entries = await news();
    expect(entries).toEqual([
      done('runs.create', 'run', run, { kind: 'discover', focus_areas: 1 }),
      done('runs.cancel', 'run', run, { status: 'queued' }),
      { ...done('runs.cancel', 'run', run, {}), outcome: 'failed', reason: 'Conflict' },
      done('runs.replay', 'run', run, { max_cost: 3 }),
    ]);
    expect(JSON.stringify(entries)).not.toContain('tea');
  });

  describe('turns of the model', () => {
    /** A run with two turns that ended so many days ago. */
    async function endedRun(status: string, days: number): Promise<number> {
      const { id: run } = await finder.app
        .get(RunsService)
        .create({ kind: 'discover', focus_areas: [], waits: false });
      await em().execute(
        `update run set status = ?, turns = 2, finished_at = ${status === 'paused' ? 'null' : `now() - ? * interval '1 day'`} where id = ?`,
        status === 'paused' ? [status, run] : [status, days, run],
      );
      await em().execute(
        `insert into run_turn (run_id, turn, response, created_at)
         select ?, turn, '{}', now() - 400 * interval '1 day' from generate_series(1, 2) as turn`,
        [run],
      );
      return run;
    }

    it('are deleted 90 days after their run has ended, those of others never', async () => {
      const [old, young, parked, paused] = [
        await endedRun('succeeded', 91),
        await endedRun('succeeded', 89),
        await endedRun('parked', 91),
        await endedRun('paused', 400),
      ];
      await finder.app.get(Retention).run();
      const left = await em().execute<{ run_id: number }[]>(
        'select distinct run_id from run_turn order by 1',
      );
      expect(left.map(({ run_id }) => run_id)).toEqual([young, paused]);
      const { status } = await ask('runs.get', { id: old });
      expect(status).toBe('succeeded');
      await expect(ask('runs.replay', { id: parked })).rejects.toThrow(/deleted for their age.*new run/);
      await em().execute('delete from run_turn');
    });

    it('let a run go on that has them', async () => {
      const run = await endedRun('parked', 3);
      expect(await ask('runs.replay', { id: run })).toMatchObject({ status: 'queued' });
    });
  });

  it('exports every row with something of a member, and of patterns its own share', async () => {
    const pattern = await newPattern('Rowers of the harbour', [1, 2, id]);
    await newPattern('Bakers of the harbour', [1, 2, 3]);
    const { id: run } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [bio], waits: false });
    const shown = JSON.stringify({
      profiles: [{ member_id: id, bio, looking_for: '', prompt_responses: '' }],
    });
    await em().execute(
      `insert into run_turn (run_id, turn, response, results, created_at) values (?, 1, '{}', ?, now())`,
      [run, JSON.stringify([{ type: 'tool_result', content: shown }])],
    );
    await em().execute(
      `insert into run_reading (run_id, turn, digest, model, response, created_at) values (?, 1, 'd', 'm', ?, now())`,
      [run, JSON.stringify({ beyond: [bio] })],
    );
    await em().execute(
      `insert into parked_message (message_id, subject, body, reason, parked_at) values ('odd', 'jobs.discovery', ?, 'x', now())`,
      [JSON.stringify({ related_member_ids: [id] })],
    );
    const [passages] = erasedPassages([bio]);
    const found = await finder.app.get(MemberExportService).export({ id, passages });
    expect(found.patterns).toEqual([
      {
        id: pattern,
        name: 'Rowers of the harbour',
        category: 'skill_cluster',
        is_active: true,
        is_member: true,
        side: null,
        quotes: [{ member_id: id, field: 'bio', quote: bio }],
        pairs: [],
        history: [{ run_id: null, observed_at: expect.any(String), change: 'joined' }],
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('it is, 1');
    expect(found.model_turns).toEqual([{ run_id: run, turn: 1 }]);
    expect(found.events).toMatchObject([{ subject: 'pattern.saved' }]);
    expect(found.rows.map(({ table }) => table)).toEqual(
      (await tablesWith([String(id), 'home again since dad'])).map(({ name }) => name),
    );
  });

  /** Tables with one of these texts in any column, one for each row. */
  async function tablesWith(texts: readonly string[]): Promise<{ name: string }[]> {
    const tables = await em().execute<{ name: string }[]>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1`,
    );
    const found: { name: string }[] = [];
    for (const { name } of tables) {
      const rows = await em().execute<{ text: string }[]>(`select t::text as text from ${name} t`);
      found.push(...rows.filter(({ text }) => texts.some((it) => text.includes(it))).map(() => ({ name })));
    }
    return found;
  }
});
