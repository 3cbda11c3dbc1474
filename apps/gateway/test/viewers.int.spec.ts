import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  CommunityAnalysis,
  CommunityDemand,
  FacetNetwork,
  Pattern,
  PatternHistory,
  Question,
  Run,
} from '@warren/contracts';
import { aMember, aPattern, aRun, aStep } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { as, namedPrincipals } from './named-principals.ts';

const viewer = as('viewer');
const ids = [70_000_001, 70_000_002, 70_000_003, 70_000_004, 70_000_005, 70_000_006];
/** Part of every text that viewers must not read. */
const kept = 'KEPT-BACK';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway({}, namedPrincipals);
});
afterAll(async () => gateway.close());

/** A pattern with everything that is not for viewers. */
function aFullPattern(id: number, memberIds: number[]): Pattern {
  const plain = aPattern(id);
  const common = { key: 'skill:figma', label: 'Figma', in_pattern: 6, in_community: 9 };
  const rare = { key: `skill:${kept}`, label: kept, in_pattern: 1, in_community: 1 };
  return aPattern(id, {
    name: memberIds.length < 5 ? `${kept} ${id}` : `Pattern ${id}`,
    member_count: memberIds.length,
    related_member_ids: memberIds,
    question_prompts: [`Who else says “${kept} in her own words”?`, 'With what?'],
    evidence: {
      ...plain.evidence,
      rule: { clauses: [{ at_least: 1, of: [common.key, rare.key] }] },
      facets: [common, rare],
      quotes: [{ member_id: ids[0]!, field: 'bio', quote: `${kept} in her own words` }],
      sides: { givers: [ids[0]!], seekers: [ids[1]!] },
      pairs: [{ giver: ids[0]!, seeker: ids[1]!, facet: common.key }],
    },
  });
}

beforeEach(() => {
  const { state } = gateway.peer;
  state.patterns = [aFullPattern(1, ids), aFullPattern(2, ids.slice(0, 4))];
  state.members = new Map(ids.map((id) => [id, aMember(id)]));
  const rejected = {
    name: kept,
    kind: 'quote_not_verbatim' as const,
    ground: `member ${ids[0]!}`,
    reason: `"${kept}" is not what member ${ids[0]!} wrote`,
    at: '2026-03-01T10:00:00.000Z',
  };
  const saved = { id: 2, name: kept, created: true, published: true };
  const run = aRun(1, {
    status: 'succeeded',
    reason: kept,
    focus_areas: [kept],
    patterns: [saved],
    rejected: [rejected],
    response_text: `${kept} of member ${ids[0]!}`,
    worker: kept,
  });
  state.runs = new Map([[1, run]]);
  const plainHistory = {
    run_id: 1,
    observed_at: '2026-03-01T10:00:00.000Z',
    basis: 'shared' as const,
    statistics: aPattern(1).evidence.statistics,
    holds: true,
  };
  const facet = { in_community: 9, cluster: 0 };
  const rareFacet = { key: `skill:${kept}`, label: kept, in_community: 4, cluster: 1 };
  const facets = ['skill:figma', 'skill:drawing'].map((key) => ({ key, label: key, ...facet }));
  const wish = { seekers: 9, givers: 0, both: 0, answer: null };
  state.replies = {
    'patterns.history': {
      pattern_id: 1,
      since_run_id: 1,
      joined: [ids[0]!],
      left: [ids[1]!],
      observations: [6, 4].map((member_count) => ({
        ...plainHistory,
        member_count,
        joined: ids.slice(0, member_count),
        left: [ids[5]!],
      })),
      versions: [
        {
          version: 1,
          change: 'created',
          name: kept,
          description: kept,
          category: 'skill_cluster',
          member_count: 4,
          analyst: 'statistical',
          run_id: 1,
          created_at: '2026-03-01T10:00:00.000Z',
          published: true,
          reading: {
            at: '2026-03-01T10:00:00.000Z',
            model: 'reading-model',
            verdict: 'carried',
            unread: null,
            beyond: [],
            sensitive: [],
            singles_out: [kept],
          },
        },
      ],
    },
    'community.analyse': CommunityAnalysis.parse({
      revision: 1,
      total_active_members: 6,
      field_completion_rates: {},
      common_skills: [
        ['Figma', 6],
        [kept, 4],
      ],
      common_interests: [],
      unique_skills: [kept],
      unique_interests: [kept],
      common_facets: [],
      candidates: [],
      tested: 0,
      null_model: 'test',
      focus: null,
    }),
    'community.network': FacetNetwork.parse({
      revision: 1,
      total_active_members: 6,
      facets: [...facets, rareFacet],
      links: [],
      clusters: [
        { topic: null, facets: 2 },
        { topic: kept, facets: 1 },
      ],
      null_model: 'test',
    }),
    'community.demand': CommunityDemand.parse({
      revision: 1,
      total_active_members: 6,
      wishes: ['welding', kept].map((label, at) => ({
        ...wish,
        key: `looking_for:${label}`,
        label,
        seekers: 9 - 5 * at,
      })),
    }),
  };
});

const OpenApi = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ 'x-role': z.string() }))),
});

/** Paths of all routes for viewers, about the things above. */
async function viewerPaths(): Promise<string[]> {
  const { paths } = OpenApi.parse(await (await fetch(`${gateway.url}/openapi.json`)).json());
  return Object.entries(paths)
    .filter(([, { get }]) => get?.['x-role'] === 'viewer')
    .map(([path]) => path.replace('{id}', '1'));
}

describe('what a viewer reads', () => {
  it('names no member, quote or small group, on any route', async () => {
    const paths = await viewerPaths();
    expect(paths.length).toBeGreaterThanOrEqual(12);
    const secret = new RegExp(`${kept}|7000000\\d`, 'i');
    const told: string[] = [];
    for (const path of [
      ...paths,
      '/api/v1/patterns?is_active=all&limit=50',
      '/api/v1/questions?pattern_id=2',
    ]) {
      const answer = await fetch(gateway.url + path, { headers: viewer });
      const body = await answer.text();
      expect([path, answer.status, body.match(secret) ?? []]).toEqual([path, 200, []]);
      const full = await (await fetch(gateway.url + path, { headers: as('operator') })).text();
      told.push(...(secret.test(full) ? [path] : []));
    }
    // the test can fail: operators are told
    expect(told.length).toBeGreaterThanOrEqual(10);
  });

  it('is read by the same contracts as what operators read', async () => {
    const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
      read(await fetch(`${gateway.url}/api/v1/${path}`, { headers: viewer }), schema);
    const [pattern] = await get('patterns', z.array(Pattern));
    expect(pattern).toMatchObject({ id: 1, member_count: 6, related_member_ids: [] });
    expect(await get('patterns/1', Pattern)).toEqual(pattern);
    expect((await get('patterns/1/history', PatternHistory)).observations).toHaveLength(1);
    expect((await get('questions', z.array(Question))).map((it) => it.pattern_id)).toEqual([1]);
    expect(await get('discovery-runs/1', Run)).toMatchObject({ status: 'succeeded', patterns: [] });
    expect((await get('community/network', FacetNetwork)).clusters).toEqual([{ topic: null, facets: 2 }]);
  });

  it('has no pattern of a small group: it is neither listed, counted nor found', async () => {
    const list = await fetch(`${gateway.url}/api/v1/patterns?limit=50`, { headers: viewer });
    expect(list.headers.get('x-total-count')).toBe('1');
    for (const path of ['patterns/2', 'patterns/2/history', 'patterns/2/facets']) {
      const of = async (headers: Record<string, string>): Promise<number> => {
        const answer = await fetch(`${gateway.url}/api/v1/${path}`, { headers });
        return answer.status;
      };
      expect([path, await of(viewer), await of(as('operator'))]).toEqual([path, 404, 200]);
    }
  });

  it('has questions without the words that they quote, and none that is nothing but a quote', async () => {
    const quoting = aFullPattern(3, ids);
    quoting.question_prompts = [`“${kept} in her own words”`, 'With what?'];
    gateway.peer.state.patterns.push(quoting);
    const textsOf = async (id: number): Promise<string[]> => {
      const answer = await fetch(`${gateway.url}/api/v1/questions?pattern_id=${id}`, { headers: viewer });
      return (await read(answer, z.array(Question))).map(({ text }) => text);
    };
    expect([await textsOf(1), await textsOf(3)]).toEqual([['Who else says “…”?'], []]);
  });

  it('does not tell by its size or number what was asked for', async () => {
    for (const path of [
      `patterns?member_id=${ids[0]!}`,
      `patterns?q=${kept}`,
      `community/analysis?focus_areas=${kept}`,
    ]) {
      const answer = await fetch(`${gateway.url}/api/v1/${path}`, { headers: viewer });
      expect([path, (await problemIn(answer)).status]).toEqual([path, 403]);
    }
  });

  it('has the steps of a run without their words', async () => {
    const { state } = gateway.peer;
    const run = aRun(2, { status: 'running' });
    state.runs.set(2, run);
    const answer = await fetch(`${gateway.url}/api/v1/discovery-runs/2/events`, { headers: viewer });
    let body = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      body += chunk;
      if (body.includes('event: snapshot') && !body.includes('event: refused')) {
        await gateway.peer.publish(aStep(run, 'refused', `${kept}: member ${ids[0]!}`));
      } else if (run.status === 'running') {
        Object.assign(run, { status: 'failed', reason: kept });
        await gateway.peer.publish(aStep(run, 'ended', kept));
      }
    }
    expect(body).toMatch(/event: snapshot[\s\S]*event: refused[\s\S]*event: ended/);
    expect(body).not.toContain(kept);
    expect(body).toContain('"status":"failed"');
  });
});
