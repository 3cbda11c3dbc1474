import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CommunityAnalysis, ImportReport, PatternHistory } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { inWords } from '@warren/tools/start/pattern-table';
import { discover, patternsOf, rowsOf } from '../support.ts';
import { changedSome, ndjson, plantedCommunity } from './planted.ts';
import type { MadeUp, PlantedGroup } from './planted.ts';
import { unproven } from './proof.ts';

const Row = z.record(z.string(), z.unknown());
const { members, groups } = plantedCommunity();

describe('the patterns of a community that changes', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem({ questions: false });
    await imported(members);
    await discover(system);
  }, 120_000);

  afterAll(async () => system.stop());

  async function imported(changed: readonly MadeUp[]): Promise<ImportReport> {
    const { status, body } = await system.call('members/import', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: ndjson(changed),
    });
    expect(status).toBe(200);
    return ImportReport.parse(body);
  }

  async function refreshed(): Promise<void> {
    expect(await system.call('patterns/refresh', { method: 'POST' })).toMatchObject({
      status: 200,
      body: { success: true },
    });
  }

  /** Everything that a run on unchanged data must leave as it is, row versions included. */
  async function stored(): Promise<unknown> {
    return {
      patterns: await rowsOf(
        system,
        'select id, version, xmin::text from pattern_finder.pattern order by id',
        Row,
      ),
      rest: await rowsOf(
        system,
        `select (select count(*) from pattern_finder.pattern_version) as versions,
           (select count(*) from pattern_finder.outbox_message where subject = 'pattern.saved') as events`,
        Row,
      ),
    };
  }

  async function observations(): Promise<number> {
    const sql = 'select count(*)::integer as n from pattern_finder.pattern_observation';
    return (await rowsOf(system, sql, z.object({ n: z.int() })))[0]!.n;
  }

  /** The pattern of a planted group: the one most of whose facets are the group's. */
  function patternOf(patterns: readonly Pattern[], { kind, labels }: PlantedGroup): Pattern | undefined {
    const keys = new Set(
      labels.map((label) => `${kind === 'skills' ? 'skill' : 'interest'}:${label.toLowerCase()}`),
    );
    return patterns.find(({ evidence: { facets } }) => {
      const own = facets.filter(({ key }) => keys.has(key)).length;
      return own >= 2 && own * 2 > facets.length;
    });
  }

  it('match the planted groups', async () => {
    const patterns = await patternsOf(system);
    expect(groups.map((group) => patternOf(patterns, group)?.evidence.basis)).toEqual(
      groups.map(() => 'beyond_chance'),
    );
    expect(await unproven(system)).toEqual([]);
  });

  it('stay unchanged, row for row, if nothing has changed; a run and a refresh only observe them', async () => {
    const before = await stored();
    const seen = await observations();
    await discover(system);
    expect(await stored()).toEqual(before);
    const again = await observations();
    expect(again).toBeGreaterThan(seen);
    await refreshed();
    expect(await stored()).toEqual(before);
    expect(await observations()).toBeGreaterThan(again);
  });

  it('keep their ids if one in twenty members has changed, and record the change', async () => {
    const before = await patternsOf(system);
    const changed = changedSome(members, 0.05, 7);
    expect(changed.length).toBeGreaterThan(8);
    expect(await imported(changed)).toMatchObject({ updated: changed.length });
    await refreshed();
    const now = await patternsOf(system);
    const kept = groups.filter(
      (group) =>
        patternOf(now, group)?.id === patternOf(before, group)?.id && patternOf(now, group) !== undefined,
    );
    expect(kept.length / groups.length).toBeGreaterThanOrEqual(0.95);
    expect(new Set(now.map(({ state }) => state)).has('new')).toBe(false);
    expect(await unproven(system)).toEqual([]);
    await imported(members);
  });

  it('are retired if their evidence is gone, and reactivated under their id when it is back', async () => {
    const [group] = groups;
    await refreshed();
    const pattern = patternOf(await patternsOf(system), group!)!;
    const without = members
      .filter(({ external_id }) => group!.members.includes(external_id))
      .map((member) => ({
        ...member,
        skills: member.skills.filter((skill) => !group!.labels.includes(skill)),
      }));
    await imported(without);
    await refreshed();
    const gone = await shown(pattern.id);
    expect(gone).toMatchObject({ is_active: false, state: 'retired' });
    expect(patternOf(await patternsOf(system), group!)).toBeUndefined();
    await imported(members);
    await refreshed();
    expect(await shown(pattern.id)).toMatchObject({
      is_active: true,
      name: pattern.name,
      related_member_ids: pattern.related_member_ids,
    });
    const history = PatternHistory.parse((await system.call(`patterns/${pattern.id}/history`)).body);
    const changes = history.versions.map(({ change }) => change);
    expect(changes).toEqual(expect.arrayContaining(['created', 'retired', 'reactivated']));
    expect(history.observations.some(({ holds }) => !holds)).toBe(true);
    const events = await rowsOf(
      system,
      `select body::json ->> 'change' as change from pattern_finder.outbox_message
        where subject = 'pattern.saved' and (body::json ->> 'pattern_id')::integer = ${pattern.id} order by id`,
      z.object({ change: z.string() }),
    );
    expect(events.map(({ change }) => change)).toEqual([...changes].reverse());
  });

  it('soon lose members who opt out, cancel or list something else', async () => {
    const [, group] = groups;
    await refreshed();
    const pattern = patternOf(await patternsOf(system), group!)!;
    const [one, two, three] = members.filter(({ external_id }) => group!.members.includes(external_id));
    await imported([
      { ...one!, is_public: false },
      { ...two!, membership_status: 'cancelled' },
      { ...three!, skills: ['Trade 1'] },
    ]);
    const now = await waitFor(
      async () => {
        const found = await shown(pattern.id);
        return found.member_count === pattern.member_count - 3 && found;
      },
      { describe: 'the three to leave', timeoutMs: 30_000 },
    );
    expect(now).toMatchObject({ id: pattern.id, is_active: true });
    expect(await unproven(system)).toEqual([]);
    await imported([{ ...one!, is_public: true }, { ...two!, membership_status: 'active' }, three!]);
  });

  it('have no more versions than evaluations while an import arrives in many batches', async () => {
    const [, , group] = groups;
    await refreshed();
    const pattern = patternOf(await patternsOf(system), group!)!;
    const inGroup = members.filter(({ external_id }) => group!.members.includes(external_id));
    const from = performance.now();
    for (const member of inGroup) {
      await imported([{ ...member, skills: member.skills.slice(0, -1) }]);
    }
    await imported(inGroup);
    await waitFor(async () => (await shown(pattern.id)).member_count === pattern.member_count, {
      describe: 'the pattern to be as it was',
      timeoutMs: 30_000,
    });
    // Evaluated at most once a second here (REMEASURE_MS).
    const measured = Math.ceil((performance.now() - from) / 1_000) + 1;
    expect((await shown(pattern.id)).version - pattern.version).toBeLessThanOrEqual(measured);
  });

  it('say that they grew between two runs, and by whom, though they were evaluated in between', async () => {
    const [, , , group] = groups;
    await discover(system);
    const pattern = patternOf(await patternsOf(system), group!)!;
    const more = Array.from({ length: 6 }, (_, n) => ({
      external_id: `more-${n}`,
      skills: [],
      interests: [...group!.labels],
      looking_for: [],
    }));
    await imported(more);
    const grown = (await measuredAs(pattern.id, pattern.member_count + 6)).related_member_ids.filter(
      (id) => !pattern.related_member_ids.includes(id),
    );
    const change = { state: 'reinforced', member_change: 6, joined_count: 6, left_count: 0 };
    expect(await shown(pattern.id)).toMatchObject(change);
    await discover(system);
    expect(await shown(pattern.id)).toMatchObject(change);
    const history = async (): Promise<PatternHistory> =>
      PatternHistory.parse((await system.call(`patterns/${pattern.id}/history`)).body);
    expect(await history()).toMatchObject({ joined: grown, left: [] });
    expect((await history()).observations[0]).toMatchObject({ joined: grown, left: [] });
    await discover(system);
    expect(await shown(pattern.id)).toMatchObject({ state: 'unchanged', member_change: 0 });
    await imported(more.map((member) => ({ ...member, membership_status: 'cancelled' })));
    expect(await measuredAs(pattern.id, pattern.member_count)).toMatchObject({
      state: 'weakened',
      left_count: 6,
    });
  });

  it('have the same basis and numbers, whether found in the whole, under a focus, or evaluated again', async () => {
    await discover(system);
    await refreshed();
    const numbers = async (): Promise<Map<number, unknown>> =>
      new Map(
        (await patternsOf(system)).map(({ id, evidence: { basis, statistics } }) => [
          id,
          { basis, statistics },
        ]),
      );
    const before = await numbers();
    for (const area of [...groups.map(({ labels }) => labels[1]!), 'Trade 1', 'Pastime 2']) {
      await discover(system, { focus_areas: [area] });
      const query = `community/analysis?focus_areas=${encodeURIComponent(area)}`;
      const { candidates } = CommunityAnalysis.parse((await system.call(query)).body);
      for (const { evidence } of await patternsOf(system)) {
        const same = candidates.find(({ rule }) => JSON.stringify(rule) === JSON.stringify(evidence.rule));
        if (same) {
          expect([same.basis, same.statistics]).toEqual([evidence.basis, evidence.statistics]);
        }
      }
    }
    const after = await numbers();
    expect(after.size).toBeGreaterThan(before.size);
    for (const [id, previous] of before) {
      expect(after.get(id)).toEqual(previous);
    }
    await refreshed();
    expect(await numbers()).toEqual(after);
    for (const { evidence, description } of await patternsOf(system)) {
      const { q_value, lift_low } = evidence.statistics;
      const mayBeChance = [description, inWords(evidence)].some((words) =>
        /may (be|explain)|be chance/i.test(words),
      );
      expect(mayBeChance).toBe(evidence.basis === 'shared');
      if (mayBeChance) {
        expect([(q_value ?? 1) > 0.05, (lift_low ?? 0) <= 1]).toEqual([true, true]);
      }
    }
  });

  it('keep the operator’s name, pin and dismissal through runs and refreshes', async () => {
    const [first, second] = await patternsOf(system);
    const patch = async (id: number, change: object): Promise<unknown> =>
      (
        await system.call(`patterns/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(change),
        })
      ).status;
    expect(await patch(first!.id, { name: 'What we call it here', pinned: true })).toBe(200);
    expect(await patch(second!.id, { is_active: false })).toBe(200);
    await discover(system);
    await refreshed();
    expect(await shown(first!.id)).toMatchObject({ name: 'What we call it here', pinned: true });
    expect(await shown(second!.id)).toMatchObject({ is_active: false, state: 'retired' });
  });

  async function measuredAs(id: number, members: number): Promise<Pattern> {
    return waitFor(
      async () => {
        const found = await shown(id);
        return found.member_count === members && found;
      },
      { describe: `the pattern to have ${members} members`, timeoutMs: 30_000 },
    );
  }

  async function shown(id: number): Promise<Pattern> {
    const all = await patternsOf(system, '?is_active=all');
    return all.find((pattern) => pattern.id === id)!;
  }
});
