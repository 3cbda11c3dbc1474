import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityAnalysis } from '@warren/contracts';
import { MemberInput, facetsOfRule } from '@warren/contracts';
import { membersInSql } from './independent.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/data');
const there = existsSync(folder);
const describeWhereThere = there ? describe : describe.skip;
const why = there ? '' : ` (skipped: ${folder} is not there)`;

const sample = resolve(import.meta.dirname, '../../../samples/brindlewick.ndjson');

function membersOf(file: string) {
  return readFileSync(resolve(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => MemberInput.parse(JSON.parse(line)));
}

const all = (...of: string[]) => ({ clauses: [{ at_least: of.length, of }] });

async function expectMembersAsInSql(service: Service, analysis: CommunityAnalysis): Promise<void> {
  for (let at = 0; at < analysis.candidates.length; at += 50) {
    const part = analysis.candidates.slice(at, at + 50);
    const { evaluations } = await service.ask('community.evaluate-rules', {
      rules: part.map(({ rule }) => rule),
    });
    for (const [place, evaluation] of evaluations.entries()) {
      const candidate = part[place]!;
      expect(evaluation.member_ids).toEqual(await membersInSql(service, candidate.rule));
      expect(candidate.member_count).toBe(evaluation.member_ids.length);
      expect(evaluation.statistics.q_value).toBe(candidate.statistics.q_value);
      expect(evaluation.fingerprint).toBe(candidate.id);
      for (const facet of evaluation.facets) {
        const [row] = await service.sql<{ carriers: number }>(
          `select count(*)::integer as carriers from member
           where is_public and membership_status not in ('cancelled', 'expired') and facets @> array[$1]`,
          [facet.key],
        );
        expect(facet.in_community).toBe(row!.carriers);
      }
    }
  }
}

describeWhereThere(`the Data Visualization Society of 2020${why}`, () => {
  let service: Service;
  let analysis: CommunityAnalysis;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(membersOf('dvs-2020.ndjson'));
    analysis = await service.ask('community.analyse', {});
  });
  afterAll(async () => service.stop());

  it('has the published counts', () => {
    expect(analysis.total_active_members).toBe(1007);
    const skills = Object.fromEntries(analysis.common_skills);
    expect(skills).toMatchObject({ Excel: 587, Tableau: 478, R: 331, Python: 328 });
    expect(analysis.field_completion_rates['looking_for']).toMatchObject({ filled: 909, total: 1007 });
    expect(analysis.field_completion_rates['bio']).toEqual({
      rate: 0,
      filled: 0,
      total: 1007,
      avg_length: 0,
    });
  });

  it('reports the pairs that any sound method finds in candidates beyond chance', () => {
    const groups = analysis.candidates
      .filter(({ basis }) => basis === 'beyond_chance')
      .map(({ facets }) => facets.map(({ label }) => label));
    for (const [a, b] of [
      ['D3.js', 'React'],
      ['ggplot2', 'R'],
      ['Mapbox', 'QGIS'],
      ['Matplotlib', 'Python'],
      ['Leaflet', 'Mapbox'],
      ['ArcGIS', 'QGIS'],
    ]) {
      expect({
        pair: [a, b],
        found: groups.some((group) => group.includes(a!) && group.includes(b!)),
      }).toEqual({
        pair: [a, b],
        found: true,
      });
    }
  });

  it('gives every candidate the members that PostgreSQL finds', async () => {
    expect(analysis.candidates.length).toBeGreaterThan(5);
    await expectMembersAsInSql(service, analysis);
  });

  it('restricts the analysis to focus areas, and names the nearest facets of unknown ones', async () => {
    const maps = await service.ask('community.analyse', { focus_areas: ['QGIS'] });
    expect(maps.focus).toEqual({ known: ['skill:qgis'], categories: [], unknown: [] });
    expect(maps.candidates.length).toBeGreaterThan(0);
    expect(maps.candidates.every(({ rule }) => facetsOfRule(rule).includes('skill:qgis'))).toBe(true);
    expect([maps.tested, maps.tested > 0]).toEqual([analysis.tested, true]);
    await expectMembersAsInSql(service, maps);

    const none = await service.ask('community.analyse', { focus_areas: ['Tablaeu'] });
    expect(none.candidates).toEqual([]);
    expect(none.focus!.unknown[0]!.nearest).toContain('Tableau');

    const clusters = await service.ask('community.analyse', { focus_areas: ['skill_cluster'] });
    expect(new Set(clusters.candidates.map(({ category }) => category))).toEqual(new Set(['skill_cluster']));
  });

  it('answers the same analysis again', async () => {
    expect(await service.ask('community.analyse', {})).toEqual(analysis);
  });
});

describeWhereThere(`the research software engineers of 2018${why}`, () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.importAll(membersOf('rse-2018.ndjson'));
  });
  afterAll(async () => service.stop());

  it('has the published counts', async () => {
    const analysis = await service.ask('community.analyse', {});
    expect(analysis.total_active_members).toBe(997);
    expect(analysis.common_skills.slice(0, 6)).toEqual([
      ['Python', 704],
      ['C++', 349],
      ['C', 285],
      ['R', 268],
      ['JavaScript', 266],
      ['SQL', 266],
    ]);
    await expectMembersAsInSql(service, analysis);
  });

  it('counts languages by country, and disciplines together, as published', async () => {
    const germany = 'location:germany';
    const america = 'location:united states';
    const asked: [ReturnType<typeof all>, number][] = [
      [all(germany), 333],
      [all(germany, 'skill:python'), 211],
      [all(germany, 'skill:c++'), 125],
      [all(germany, 'skill:c'), 88],
      [all(germany, 'skill:javascript'), 76],
      [all(germany, 'skill:java'), 74],
      [all(america), 147],
      [all(america, 'skill:python'), 115],
      [all(america, 'skill:c++'), 51],
      [all(america, 'skill:c'), 50],
      [all('interest:biological sciences', 'interest:computer science'), 92],
    ];
    const { evaluations } = await service.ask('community.evaluate-rules', {
      rules: asked.map(([rule]) => rule),
    });
    expect(evaluations.map(({ statistics }) => statistics.observed)).toEqual(asked.map(([, count]) => count));
    expect(evaluations.flatMap(({ unknown_facets }) => unknown_facets)).toEqual([]);
    const [several] = await service.sql<{ members: number }>(
      `select count(*)::integer as members from member
       where (select count(*) from unnest(facets) as facet where facet like 'interest:%') >= 2`,
    );
    expect(several!.members).toBe(527);
  });
});

describeWhereThere(`every other member file${why}`, () => {
  const files: [file: string, members: number][] = [
    ['davis-southern-women.ndjson', 18],
    ['groceries.ndjson', 9835],
    [sample, 124],
  ];

  it.each(files)('gives every candidate of %s the members that PostgreSQL finds', async (file, members) => {
    const service = await startService();
    try {
      await service.importAll(membersOf(file));
      const analysis = await service.ask('community.analyse', {});
      expect(analysis.total_active_members).toBe(members);
      expect(analysis.candidates.length).toBeGreaterThan(0);
      await expectMembersAsInSql(service, analysis);
    } finally {
      await service.stop();
    }
  });
});
