import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Introduction, IntroductionPage, MemberDetail } from '@warren/contracts';
import type { Hold } from '@warren/contracts';
import { aMember, anIntroduction } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
  const { state } = gateway.peer;
  state.members = new Map([
    [1, aMember(1, { first_name: 'Ada' })],
    [2, aMember(2, { first_name: 'Ben' })],
  ]);
  state.introductions = [anIntroduction(1), anIntroduction(2, { seeker: 3, giver: 1, state: 'met' })];
});
afterAll(() => gateway.close());

const get = async (path: string): Promise<Response> => fetch(`${gateway.url}/api/v1${path}`);
const patch = async (id: number, body: object): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/introductions/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('/introductions', () => {
  it('are listed with names and a reason, page by page', async () => {
    const page = await read(await get('/introductions?state=proposed'), IntroductionPage);
    expect(page).toMatchObject({ total: 1, page: 1, per_page: 50 });
    expect(page.introductions).toMatchObject([
      {
        id: 1,
        seeker: { id: 1, first_name: 'Ada' },
        giver: { id: 2, first_name: 'Ben' },
        why: 'Ada looks for Figma, and Ben lists Figma as a skill.',
      },
    ]);
  });

  it('change their state with a reason, and are then shown so', async () => {
    const body = { state: 'declined', reason: 'No time' };
    expect(await read(await patch(1, body), Introduction)).toMatchObject(body);
    expect(await read(await get('/introductions/1'), Introduction)).toMatchObject(body);
  });

  it('are a 404 where there is none, and a 422 for a state that there is not', async () => {
    expect(await problemIn(await get('/introductions/99'))).toMatchObject({ status: 404 });
    expect(await problemIn(await patch(1, { state: 'forgotten' }))).toMatchObject({ status: 422 });
    expect(await problemIn(await get('/introductions?state=forgotten'))).toMatchObject({ status: 422 });
  });

  it('are told with the words of both and the sentence of the analyst, once they are released', async () => {
    const held = { since: '2026-03-01T10:00:00.000Z', reasons: [{ kind: 'unread', about: null, words: '' }] };
    const words = {
      proposed_by: 'analyst',
      need: null,
      need_words: { field: 'bio', quote: 'Who can mend my loom?' },
      offer: null,
      offer_words: { field: 'bio', quote: 'I repair old looms.' },
      seekers: null,
      givers: null,
      why: 'One has a broken loom, and the other mends looms.',
    } as const;
    const { state } = gateway.peer;
    state.introductions = [...state.introductions, anIntroduction(3, { ...words, held: held as Hold })];
    const ids = async (query: string) =>
      (await read(await get(`/introductions${query}`), IntroductionPage)).introductions.map(({ id }) => id);
    expect([await ids(''), await ids('?held=true')]).toEqual([[1, 2], [3]]);
    expect(await read(await patch(3, { held: false }), Introduction)).toMatchObject({ ...words, held: null });
    expect(await ids('?held=true')).toEqual([]);
    expect(await problemIn(await patch(3, { reason: 'alone' }))).toMatchObject({ status: 422 });
    state.introductions = state.introductions.filter(({ id }) => id !== 3);
  });

  it('are shown with their member', async () => {
    const { introductions } = await read(await get('/members/1'), MemberDetail);
    expect(introductions.map(({ id }) => id)).toEqual([1, 2]);
  });
});
