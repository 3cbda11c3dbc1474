import { describe, expect, it } from '@jest/globals';
import { check } from './checker.ts';
import type { History } from './checker.ts';

/** A run of two turns that saved one pattern, told and heard once. */
function whole(): History {
  return {
    accepted: [{ runId: 1, key: 'a' }],
    runs: [{ id: 1, ended: true, status: 'succeeded', fence: 1, starts: 1, turns: 2 }],
    versions: ['1@1'],
    told: ['1@1'],
    heard: [{ messageId: 'm1', version: '1@1' }],
    seen: ['1@1'],
    wanted: [{ pattern: 1, question: 'Why?' }],
    asked: [{ pattern: 1, question: 'Why?' }],
    questions: [1],
    announced: [1],
    written: [
      { runId: 1, what: 'turn 1', by: 5, claimedBy: 5, fence: 1, at: 10 },
      { runId: 1, what: 'turn 2', by: 5, claimedBy: 5, fence: 1, at: 20 },
    ],
    turns: [
      { runId: 1, turn: 1, messageId: 'c1', at: 10 },
      { runId: 1, turn: 2, messageId: 'c2', at: 20 },
    ],
    calls: [
      { messageId: 'c1', runId: undefined, turn: 0, at: 5, outcome: 'whole', broken: false },
      { messageId: 'c2', runId: 1, turn: 1, at: 15, outcome: 'whole', broken: false },
    ],
    interruptions: 0,
    workerEnds: 0,
    leasesLost: 0,
    stops: 0,
    parked: [],
    replayed: [],
  };
}

function brokenIn(history: History): string[] {
  return check(history).flatMap(({ promise, broken }) => (broken.length > 0 ? [promise] : []));
}

describe('the checker of promises', () => {
  it('finds nothing in a history in which all is as it should be', () => {
    expect(brokenIn(whole())).toEqual([]);
    expect(check(whole()).every(({ checked }, at, all) => checked > 0 || at === all.length - 1)).toBe(true);
  });

  it.each<[string, (history: History) => void]>([
    ['an accepted run comes to an end', (history) => (history.runs[0]!.ended = false)],
    ['a repeated wish is one run', (history) => history.accepted.push({ runId: 2, key: 'a' })],
    ['a version has one event', (history) => history.versions.push('1@2')],
    ['a version has one event', (history) => history.told.push('1@1')],
    ['an event has its version', (history) => history.told.push('9@1')],
    ['every event reaches a durable consumer', (history) => history.heard.pop()],
    ['an event has its effect once', (history) => history.asked.push({ pattern: 1, question: 'Why?' })],
    ['an event has its effect once', (history) => history.seen.pop()],
    ['an event has its effect once', (history) => history.announced.push(1)],
    ['calls ≤ turns + calls broken by the model + interruptions', (history) => history.turns.pop()],
    [
      'a stored turn is not asked for again',
      (history) => history.calls.push({ ...history.calls[1]!, messageId: 'c3', at: 30 }),
    ],
    ['a worker that lost its lease writes nothing', (history) => (history.written[1]!.by = 4)],
    ['a fence only grows, once a start', (history) => (history.written[1]!.fence = 0)],
    ['turns of a run are numbered without a gap', (history) => (history.turns[1]!.turn = 3)],
    ['a parked run can be replayed', (history) => history.parked.push(1)],
  ])('finds where it is broken that %s', (promise, breakIt) => {
    const history = whole();
    breakIt(history);
    expect(brokenIn(history)).toContain(promise);
  });

  it('allows a call that was lost for each interruption, and no more', () => {
    const lost = { messageId: 'c9', runId: 1, turn: 1, at: 12, outcome: 'whole', broken: false };
    const history = { ...whole(), calls: [...whole().calls, lost], workerEnds: 1 };
    expect(brokenIn(history)).toEqual([]);
    expect(brokenIn({ ...history, workerEnds: 0 })).toHaveLength(1);
  });
});
