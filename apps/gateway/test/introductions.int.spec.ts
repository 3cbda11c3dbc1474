import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Introduction, IntroductionPage, MemberDetail } from '@warren/contracts';
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

  it('are shown with their member', async () => {
    const { introductions } = await read(await get('/members/1'), MemberDetail);
    expect(introductions.map(({ id }) => id)).toEqual([1, 2]);
  });
});
