import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict, Theme, ThemeDetail, ThemeList } from '@warren/contracts';
import { aMember, aTheme } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

beforeEach(() => {
  const { state } = gateway.peer;
  state.members = new Map([
    [1, aMember(1, { first_name: 'Ada' })],
    [2, aMember(2, { first_name: 'Ben' })],
  ]);
  state.themes = [aTheme(1), aTheme(2, { label: 'night walks', status: 'dismissed', untested: 'dismissed' })];
  state.codes = [
    { member_id: 2, field: 'bio', quote: 'The oven is warm until noon.' },
    { member_id: 1, field: 'looking_for', quote: 'Somebody for our warm oven.' },
    { member_id: 2, field: 'bio', quote: 'Nobody uses that heat.' },
  ];
  state.erased = [];
  state.actors = [];
  state.before = {};
});

const get = async (path: string): Promise<Response> => fetch(`${gateway.url}/api/v1${path}`);
const patch = async (id: number | string, body: unknown): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/themes/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const idsOf = ({ themes }: ThemeList): number[] => themes.map(({ id }) => id);

describe('/themes', () => {
  it('are listed with how far the reading is, dismissed ones only where asked for', async () => {
    const list = await read(await get('/themes'), ThemeList);
    expect(list).toMatchObject({ written: 60, judged: 48, proposed_from: 40 });
    expect(list.themes).toEqual([aTheme(1)]);
    expect(idsOf(await read(await get('/themes?dismissed=false'), ThemeList))).toEqual([1]);
    expect(idsOf(await read(await get('/themes?dismissed=true'), ThemeList))).toEqual([1, 2]);
  });

  it('are shown with the words and the names of the members who carry them', async () => {
    const { codes } = await read(await get('/themes/1'), ThemeDetail.strict());
    expect(codes).toEqual([
      {
        member: { id: 2, first_name: 'Ben', last_name: '' },
        field: 'bio',
        quote: 'The oven is warm until noon.',
      },
      {
        member: { id: 1, first_name: 'Ada', last_name: '' },
        field: 'looking_for',
        quote: 'Somebody for our warm oven.',
      },
      { member: { id: 2, first_name: 'Ben', last_name: '' }, field: 'bio', quote: 'Nobody uses that heat.' },
    ]);
  });

  it('show no words of a member erased meanwhile', async () => {
    gateway.peer.state.erased = [2];
    const { codes } = await read(await get('/themes/1'), ThemeDetail);
    expect(codes.map(({ member }) => member.id)).toEqual([1]);
    gateway.peer.state.codes = [];
    expect((await read(await get('/themes/1'), ThemeDetail)).codes).toEqual([]);
  });

  it('are dismissed and brought back, merged and taken apart, each by whoever asked', async () => {
    for (const change of [
      { status: 'dismissed' },
      { status: 'active' },
      { merged_into: 'skill:baking' },
      { merged_into: null },
    ]) {
      expect(await read(await patch(1, change), Theme)).toMatchObject(change);
      expect(await read(await get('/themes/1'), ThemeDetail)).toMatchObject(change);
    }
    expect(gateway.peer.state.actors).toHaveLength(4);
    expect(gateway.peer.state.actors).not.toContain(undefined);
  });

  it('are a 404 where there is none, a 409 where the service objects, and a 422 for what makes no sense', async () => {
    for (const path of ['/themes/99', '/themes/9999999999999999']) {
      expect(await problemIn(await get(path))).toMatchObject({ status: 404 });
    }
    expect(await problemIn(await patch(99, { status: 'active' }))).toMatchObject({ status: 404 });
    expect(await problemIn(await get('/themes/first'))).toMatchObject({ status: 422 });
    expect(await problemIn(await get('/themes?dismissed=maybe'))).toMatchObject({
      errors: [{ field: 'dismissed' }],
    });
    expect(await problemIn(await patch(1, { status: 'gone' }))).toMatchObject({
      errors: [{ field: 'status' }],
    });
    expect(await problemIn(await patch(1, { merged_into: 'baking' }))).toMatchObject({
      errors: [{ field: 'merged_into', message: expect.stringContaining('a facet key is') }],
    });
    expect(await problemIn(await patch(1, { label: 'warmth' }))).toMatchObject({ status: 422 });
    gateway.peer.state.before['themes.patch'] = () => {
      throw new Conflict('Nobody lists skill:baking.');
    };
    expect(await problemIn(await patch(1, { merged_into: 'skill:baking' }))).toMatchObject({ status: 409 });
  });
});
