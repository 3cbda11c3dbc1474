import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { waitFor } from '@warren/testing';
import { MemberEraser } from '../src/erasure/member-eraser.ts';
import { evidenceOfQuotes } from '../src/evidence/measured-evidence.ts';
import { PatternSaver } from '../src/gate/pattern-saver.ts';
import { PatternObservationRow } from '../src/patterns/pattern-observation.entity.ts';
import { PatternStore } from '../src/patterns/pattern-store.ts';
import { PatternsService } from '../src/patterns/patterns.service.ts';
import { Claims } from '../src/run-state/claims.ts';
import type { Claim } from '../src/run-state/claims.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

describe('a deadlock', () => {
  let finder: Finder;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', WORKER_TIMEOUT_MS: '24000' });
  });

  afterAll(async () => finder.stop());

  function em(): EntityManager {
    return finder.app.get(EntityManager).fork();
  }

  /** Evidence of a pattern about these members; another key makes another pattern. */
  function measured(word: string, ...members: number[]) {
    const quotes = members.map((member_id) => ({ member_id, field: 'bio' as const, quote: `${word} it is` }));
    return evidenceOfQuotes(quotes, 10, 1);
  }

  /** The same, as evaluated and checked today. */
  function today(word: string, ...members: number[]) {
    return { ...measured(word, ...members), holds: true, reasons: [] };
  }

  async function newPattern(name: string, ...members: number[]): Promise<number> {
    const words = {
      name,
      description: 'They belong together.',
      category: 'skill_cluster' as const,
      questionPrompts: ['What brought you to it?', 'Who taught you?'],
    };
    const author = { analyst: 'claude', runId: null };
    const create = async (tx: EntityManager) =>
      finder.app.get(PatternStore).create(tx, words, measured(name, ...members), author, []);
    return (await em().transactional(create)).id;
  }

  async function newClaim(): Promise<Claim> {
    const { id } = await finder.app
      .get(RunsService)
      .create({ kind: 'discover', focus_areas: [], waits: false });
    const result = await finder.app.get(Claims).claim(id);
    if (result.kind !== 'claimed') {
      throw new Error(`run ${id} is ${result.kind}`);
    }
    return result.claim;
  }

  /** Number of deadlocks that PostgreSQL has resolved in this database. */
  async function deadlocks(): Promise<number> {
    const [row] = await em().execute<{ n: number }[]>(
      'select deadlocks::integer as n from pg_stat_database where datname = current_database()',
    );
    return row?.n ?? -1;
  }

  async function waiting(): Promise<number> {
    const [row] = await em().execute<{ n: number }[]>(
      `select count(*)::integer as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return row?.n ?? -1;
  }

  it('between two saves that lock the same patterns in opposite order makes one the victim, which is retried: both are saved', async () => {
    const patterns = [await newPattern('Weavers', 1, 2, 3), await newPattern('Potters', 3, 4, 5)];
    const claims = [await newClaim(), await newClaim()];
    const before = await deadlocks();
    const saving = finder.app.get(PatternSaver);
    const bothHoldOne = new AbortController();
    let holding = 0;
    let attempts = 0;
    const save = async (claim: Claim, [first = 0, second = 0]: number[]) =>
      finder.app.get(Claims).guarded(claim, async (tx, run) => {
        attempts += 1;
        await saving.reobserve(tx, run, first, today('first', 1, 2, 3, 4));
        holding += 1;
        if (holding === 2) {
          bothHoldOne.abort();
        }
        if (!bothHoldOne.signal.aborted) {
          await once(bothHoldOne.signal, 'abort');
        }
        await saving.reobserve(tx, run, second, today('second', 2, 3, 4, 5));
      });
    await Promise.all([save(claims[0]!, patterns), save(claims[1]!, patterns.toReversed())]);
    expect(attempts).toBe(3);
    await waitFor(async () => (await deadlocks()) === before + 1, { describe: 'PostgreSQL to count it' });
    for (const { runId } of claims) {
      const run = await finder.app.get(RunsService).get(runId);
      expect(run.patterns.map(({ id }) => id).sort()).toEqual([...patterns].sort());
      expect(await em().count(PatternObservationRow, { runId })).toBe(2);
    }
    // The second save found what the first had written: two more versions of each, and none lost.
    for (const id of patterns) {
      const { versions } = await finder.app.get(PatternsService).history(id);
      expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    }
  });

  it('between an operator’s change and an erasure in another order fails neither', async () => {
    const id = await newPattern('Singers', 6, 7, 8);
    const before = await deadlocks();
    // Like an erasure by hand: locks the pattern first and then the epoch, in the opposite order of the service. It is not
    // the deadlock victim, which only a superuser may set.
    const options = '-c search_path=pattern_finder -c deadlock_timeout=1h';
    const blocker = new pg.Client({ connectionString: finder.database.adminUrl, options });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('select from pattern where id = $1 for update', [id]);
    const patched = finder.app.get(PatternsService).patch(id, { pinned: true });
    const erased = finder.app.get(MemberEraser).erase([8]);
    await waitFor(async () => (await waiting()) >= 2, { describe: 'both to wait for the pattern' });
    await blocker.query('update erasure set epoch = epoch');
    await blocker.query('commit');
    await blocker.end();
    expect(await patched).toMatchObject({ pinned: true });
    await erased;
    expect(await finder.app.get(PatternsService).get(id)).toMatchObject({ related_member_ids: [6, 7] });
    await waitFor(async () => (await deadlocks()) > before, { describe: 'PostgreSQL to count it' });
  });
});
