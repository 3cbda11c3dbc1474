import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { CommunityAnalysis, Question, Run } from '@warren/contracts';
import { startSystem, waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { minedOf } from '../cli/mine-command.ts';
import {
  analysedMembers,
  discover,
  importFile,
  membersByHand,
  patternsOf,
  rowsOf,
  sample,
  sharedData,
} from '../support.ts';

describe('from the sample to a question', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => system.stop());

  it.each([
    ['the whole membership', [], 20],
    ['a label', ['welding'], 0],
    ['a facet of clusters that its own grouping outlines in another way', ['Ballads'], 0],
    ['a kind', ['skills'], 10],
    ['a category and a kind', ['strengths', 'interests'], 10],
  ])('finds by npm run mine what the service finds in the same members: %s', async (_what, areas, more) => {
    const query = areas.length === 0 ? '' : `?focus_areas=${areas.join(',')}`;
    const analysis = CommunityAnalysis.parse((await system.call(`community/analysis${query}`)).body);
    const mined = await minedOf(sample, '--all', ...areas.flatMap((area) => ['--focus', area]));
    expect([mined.members, mined.tested]).toEqual([analysis.total_active_members, analysis.tested]);
    // The service hides labels that are a member's name from analysts; all else is the same, in the same order.
    const shown = new Set(analysis.candidates.map(({ rule }) => JSON.stringify(rule)));
    const same = mined.candidates.filter(({ rule }) => shown.has(JSON.stringify(rule)));
    expect(shown.size).toBeGreaterThan(more);
    expect(same.map(({ category, basis, rule }) => ({ category, basis, rule }))).toEqual(
      analysis.candidates.map(({ category, basis, rule }) => ({ category, basis, rule })),
    );
    for (const [at, { members, statistics, facets }] of same.entries()) {
      const candidate = analysis.candidates[at]!;
      expect(members).toHaveLength(candidate.member_count);
      expect(candidate.statistics).toMatchObject(statistics);
      expect(facets.map(({ kind: _kind, ...facet }) => facet)).toEqual(candidate.facets);
    }
  });

  it('finds at least six patterns in at least four categories, all new', async () => {
    const reply = await discover(system);
    expect(reply).toMatchObject({ success: true });
    expect(await rejectedIn(system, reply.run_id)).toEqual([]);
    expect(reply.patterns.every(({ created }) => created)).toBe(true);
    const patterns = await patternsOf(system);
    expect(patterns.length).toBeGreaterThanOrEqual(6);
    expect(reply.patterns_found).toBe(patterns.length);
    expect(new Set(patterns.map(({ category }) => category)).size).toBeGreaterThanOrEqual(4);
    expect(
      patterns.filter(({ evidence }) => evidence.basis === 'beyond_chance').length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('names for each pattern exactly the members its rule is about', async () => {
    const analysed = await analysedMembers(system);
    for (const pattern of await patternsOf(system)) {
      expect(pattern.evidence.rule).toBeDefined();
      expect(pattern.related_member_ids).toEqual(membersByHand(analysed, pattern.evidence.rule!));
      expect(pattern.member_count).toBe(pattern.related_member_ids.length);
      expect(pattern.evidence.statistics.observed).toBe(pattern.member_count);
    }
  });

  it('asks two or three questions for each pattern', async () => {
    const patterns = await patternsOf(system);
    await waitFor(
      async () => {
        const questions = z.array(Question).parse((await system.call('questions')).body);
        return patterns.every(
          ({ id }) => questions.filter((question) => question.pattern_id === id).length >= 1,
        );
      },
      { describe: 'questions for every pattern', timeoutMs: 20_000 },
    );
  });

  it('finds the same patterns again, and writes no version and no event for them', async () => {
    const Counted = z.object({ versions: z.coerce.number(), events: z.coerce.number() });
    const count = `select (select count(*) from pattern_finder.pattern_version) as versions,
      (select count(*) from pattern_finder.outbox_message where subject = 'pattern.saved') as events`;
    const before = await rowsOf(system, count, Counted);
    const rows = `select id, version, updated_at::text, xmin::text from pattern_finder.pattern order by id`;
    const Row = z.record(z.string(), z.unknown());
    const stored = await rowsOf(system, rows, Row);
    const reply = await discover(system);
    expect(reply.patterns.length).toBeGreaterThanOrEqual(6);
    expect(reply.patterns.filter(({ created }) => created)).toEqual([]);
    expect(await rowsOf(system, count, Counted)).toEqual(before);
    expect(await rowsOf(system, rows, Row)).toEqual(stored);
    expect(new Set((await patternsOf(system)).map(({ state }) => state))).toEqual(new Set(['unchanged']));
  });

  it('keeps the operator’s decisions through a rerun', async () => {
    const [first, second] = await patternsOf(system);
    const patch = async (id: number, body: unknown) =>
      system.call(`patterns/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await patch(first!.id, { is_active: false })).status).toBe(200);
    expect((await patch(second!.id, { name: 'Our own name', pinned: true })).status).toBe(200);
    await discover(system);
    const after = await patternsOf(system, '?is_active=all');
    expect(after.find(({ id }) => id === first!.id)).toMatchObject({ is_active: false, state: 'retired' });
    expect(after.find(({ id }) => id === second!.id)).toMatchObject({ name: 'Our own name', pinned: true });
    await waitFor(
      async () =>
        z.array(Question).parse((await system.call(`questions?pattern_id=${first!.id}`)).body).length === 0,
      { describe: 'the questions of the dismissed pattern to be withdrawn' },
    );
  });

  it('removes an erased member from every pattern within a minute', async () => {
    const [pattern] = await patternsOf(system);
    const gone = pattern!.related_member_ids[0]!;
    expect((await system.call(`members/${gone}`, { method: 'DELETE' })).status).toBeLessThan(300);
    await waitFor(
      async () =>
        (await patternsOf(system, '?is_active=all')).every(
          ({ related_member_ids }) => !related_member_ids.includes(gone),
        ),
      { describe: 'the erased member to leave all patterns', timeoutMs: 60_000 },
    );
    const { version } = (await patternsOf(system)).find(({ id }) => id === pattern!.id)!;
    expect(version).toBeGreaterThan(pattern!.version);
  });

  it('answers an unknown focus with no patterns and the nearest labels', async () => {
    const reply = await discover(system, { focus_areas: ['astronomie'] });
    expect(reply).toMatchObject({ success: true, patterns: [] });
    expect(reply.response_text).toMatch(/astronomy/i);
  });

  it('evaluates every active pattern again on a refresh', async () => {
    const answer = await system.call('patterns/refresh', { method: 'POST' });
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
  });
});

/** Rejections of the gate in a run of the statistical analyst. */
async function rejectedIn(system: System, runId: number): Promise<Run['rejected']> {
  return Run.parse((await system.call(`discovery-runs/${runId}`)).body).rejected;
}

const known = [
  {
    file: 'dvs-2020.ndjson',
    members: 1007,
    skills: { Excel: 587, Tableau: 478, R: 331, Python: 328 },
  },
  {
    file: 'rse-2018.ndjson',
    members: 997,
    skills: { Python: 704, 'C++': 349, C: 285, R: 268, JavaScript: 266, SQL: 266 },
  },
];

for (const { file, members, skills } of known) {
  const path = sharedData(file);
  // The real files are optional, beside the checkout; without them there is nothing to compare with.
  (path === undefined ? describe.skip : describe)(`on the real members of ${file}`, () => {
    let system: System;

    beforeAll(async () => {
      system = await startSystem();
      expect(await importFile(system, path!)).toMatchObject({ created: members, rejected: [] });
    }, 120_000);

    afterAll(async () => system.stop());

    it('counts what the published tables count', async () => {
      const analysis = CommunityAnalysis.parse((await system.call('community/analysis')).body);
      expect(analysis.total_active_members).toBe(members);
      expect(Object.fromEntries(analysis.common_skills)).toMatchObject(skills);
    });

    it('finds patterns whose members all satisfy their rules', async () => {
      const { run_id, patterns_found } = await discover(system);
      expect(patterns_found).toBeGreaterThanOrEqual(8);
      expect(await rejectedIn(system, run_id)).toEqual([]);
      const analysed = await analysedMembers(system);
      for (const { evidence, related_member_ids } of await patternsOf(system)) {
        expect(related_member_ids).toEqual(membersByHand(analysed, evidence.rule!));
      }
    });
  });
}
