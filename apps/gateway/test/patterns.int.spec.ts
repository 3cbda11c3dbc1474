import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { FacetShare, PairOfPattern, Pattern, PatternHistory, PatternMemberPage } from '@warren/contracts';
import { aMember, aPattern } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;
const Patterns = z.array(Pattern);

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  const dismissed: Partial<Pattern> = {
    is_active: false,
    category: 'interest_theme',
    related_member_ids: [9],
  };
  gateway.peer.state.patterns = [aPattern(1), aPattern(2), aPattern(3), aPattern(4, dismissed)];
  gateway.peer.state.members.clear();
});

async function get(path: string): Promise<Response> {
  return fetch(`${gateway.url}/api/v1${path}`);
}

async function ids(path: string): Promise<number[]> {
  return (await read(await get(path), Patterns)).map(({ id }) => id);
}

describe('GET /patterns', () => {
  it('is a bare array of all active patterns, with their number', async () => {
    const answer = await get('/patterns');
    expect(answer.headers.get('x-total-count')).toBe('3');
    expect(answer.headers.get('link')).toBeNull();
    expect((await read(answer, Patterns)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('filters by category, activity and member', async () => {
    expect(await ids('/patterns?category=skill_cluster')).toEqual([1, 2, 3]);
    expect(await ids('/patterns?is_active=false')).toEqual([4]);
    expect(await ids('/patterns?is_active=all&category=interest_theme')).toEqual([4]);
    expect(await ids('/patterns?is_active=all&member_id=9')).toEqual([4]);
  });

  it('pages by the Link header, which keeps the query', async () => {
    const seen: number[] = [];
    let next: string | undefined = '/api/v1/patterns?is_active=all&limit=3';
    for (let page = 0; next !== undefined && page < 5; page += 1) {
      const answer: Response = await fetch(gateway.url + next);
      expect(answer.headers.get('x-total-count')).toBe('4');
      seen.push(...(await read(answer, Patterns)).map(({ id }) => id));
      next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['category=cluster', 'category'],
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['is_active=maybe', 'is_active'],
    ['member_id=abc', 'member_id'],
    ['category=skill_cluster&category=cross_domain', 'category'],
  ])('is a 422 that names the field for ?%s', async (query, field) => {
    const problem = await problemIn(await get(`/patterns?${query}`));
    expect(problem).toMatchObject({ status: 422, instance: '/api/v1/patterns' });
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
  });
});

describe('GET /patterns/{id}', () => {
  it('is the pattern', async () => {
    expect(await read(await get('/patterns/2'), Pattern)).toEqual(aPattern(2));
  });

  it.each(['/patterns/77', '/patterns/99999999999', '/patterns/77/history', '/patterns/77/members'])(
    'is a 404 for an id that does not exist: %s',
    async (path) => {
      expect(await problemIn(await get(path))).toMatchObject({ status: 404, title: 'Not Found' });
    },
  );

  it.each(['abc', '0', '-1', '1.5', '1e3', '0x10'])('is a 422 if the id is %s', async (id) => {
    const problem = await problemIn(await get(`/patterns/${id}`));
    expect(problem).toMatchObject({ status: 422 });
    expect(problem.errors?.[0]?.message).toBe('must be a positive whole number');
  });

  it('has a history', async () => {
    const history = await read(await get('/patterns/2/history'), PatternHistory);
    expect(history.versions).toMatchObject([{ version: 1, change: 'created' }]);
  });
});

describe('GET /patterns/{id}/facets', () => {
  it('shows how common each facet is inside and outside', async () => {
    const facets = await read(await get('/patterns/1/facets'), z.array(FacetShare));
    expect(facets).toMatchObject([{ key: 'skill:figma', share_in_pattern: 1, elsewhere: 0 }]);
    expect(await problemIn(await get('/patterns/77/facets'))).toMatchObject({ status: 404 });
  });
});

describe('GET /patterns/{id}/introductions', () => {
  it('names the pairs, and the facet of each', async () => {
    const pairs = [{ giver: 2, seeker: 1, facet: 'skill:figma' }];
    const evidence = { ...aPattern(1).evidence, basis: 'wish' as const, pairs };
    gateway.peer.state.patterns = [aPattern(1, { evidence }), aPattern(2)];
    expect(await read(await get('/patterns/1/introductions'), z.array(PairOfPattern))).toMatchObject([
      { giver: { id: 2, first_name: 'First2' }, seeker: { id: 1 }, facet: { label: 'Figma' } },
    ]);
    expect(await read(await get('/patterns/2/introductions'), z.array(PairOfPattern))).toEqual([]);
  });
});

describe('GET /patterns/{id}/members', () => {
  it('shows each member with the facets of the rule it carries, in the order of ids', async () => {
    gateway.peer.state.members.set(1, aMember(1, { role: 'maker' }));
    const page = await read(await get('/patterns/1/members'), PatternMemberPage);
    expect(page).toMatchObject({ total: 2, page: 1, per_page: 50 });
    expect(page.members).toMatchObject([
      { id: 1, role: 'maker', facets: [{ key: 'skill:figma', label: 'Figma' }], quotes: [], side: null },
      { id: 2 },
    ]);
  });

  it('pages', async () => {
    const page = await read(await get('/patterns/1/members?page=2&per_page=1'), PatternMemberPage);
    expect(page).toMatchObject({ total: 2, page: 2, per_page: 1, members: [{ id: 2 }] });
    const after = await read(await get('/patterns/1/members?page=9&per_page=1'), PatternMemberPage);
    expect(after).toMatchObject({ total: 2, members: [] });
  });
});

describe('PATCH /patterns/{id}', () => {
  async function patch(id: number, body: string): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${gateway.url}/api/v1/patterns/${id}`, { method: 'PATCH', headers, body });
  }

  it('applies the operator’s change', async () => {
    const pattern = await read(await patch(1, '{"is_active":false,"pinned":true,"name":"Makers"}'), Pattern);
    expect(pattern).toMatchObject({ is_active: false, pinned: true, name: 'Makers', version: 2 });
  });

  it('is a 409 if the name is taken', async () => {
    expect(await problemIn(await patch(1, '{"name":"Pattern 2"}'))).toMatchObject({ status: 409 });
  });

  it.each(['{}', '{"member_count":3}', '{"is_active":"no"}', ''])(
    'is a 422 if the body is %s',
    async (body) => {
      expect(await problemIn(await patch(1, body))).toMatchObject({ status: 422 });
    },
  );

  it('is a 400 if the body is not JSON', async () => {
    expect(await problemIn(await patch(1, '{is_active:false}'))).toMatchObject({ status: 400 });
  });
});
