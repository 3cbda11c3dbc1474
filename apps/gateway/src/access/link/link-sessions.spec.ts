import { expect, it } from '@jest/globals';
import { LinkSessions, linkMs } from './link-sessions.ts';

it('opens a link once, and only for ten minutes', () => {
  let now = 0;
  const sessions = new LinkSessions('token', () => now);
  const code = sessions.newLink();
  const id = sessions.open(code) ?? '';
  expect([sessions.has(id), sessions.open(code)]).toEqual([true, undefined]);
  const late = sessions.newLink();
  now = linkMs + 1;
  expect([sessions.open(late), sessions.has(id)]).toEqual([undefined, true]);
  expect(sessions.open('')).toBeUndefined();
});

it('ends a session, and no other', () => {
  const sessions = new LinkSessions('token');
  const [one = '', other = ''] = [sessions.newLink(), sessions.newLink()].map((code) => sessions.open(code));
  sessions.close(one);
  expect([one, other, ''].map((id) => sessions.has(id))).toEqual([false, true, false]);
});

it('keeps the newest links where many are made', () => {
  const sessions = new LinkSessions('token');
  const codes = Array.from({ length: 12 }, () => sessions.newLink());
  expect(codes.map((code) => sessions.open(code) !== undefined)).toEqual([
    false,
    false,
    ...new Array<boolean>(10).fill(true),
  ]);
});

it('takes the token of programs, and nothing else for it', () => {
  const sessions = new LinkSessions('token');
  const id = sessions.open(sessions.newLink()) ?? '';
  expect(['token', 'Token', '', id].map((text) => sessions.isToken(text))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
