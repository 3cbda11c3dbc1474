import { describe, expect, it } from '@jest/globals';
import { check } from './checker.ts';
import type { History } from './checker.ts';

/** Two runs by two workers, two patterns, one of them in two versions: all as it should be. */
function whole(): History {
  return {
    accepted: [
      { runId: 1, key: 'a' },
      { runId: 1, key: 'a' },
      { runId: 2, key: undefined },
    ],
    runs: [
      { id: 1, ended: true, status: 'succeeded', fence: 1, starts: 1, turns: 2 },
      { id: 2, ended: true, status: 'succeeded', fence: 2, starts: 2, turns: 1 },
    ],
    versions: ['7@1', '7@2', '8@1'],
    published: ['7@1', '7@2', '8@1'],
    received: [
      { messageId: 'm1', version: '7@1' },
      { messageId: 'm2', version: '7@2' },
      { messageId: 'm3', version: '8@1' },
    ],
    seen: ['7@2', '8@1'],
    wanted: [
      { pattern: 7, question: 'Why?' },
      { pattern: 8, question: 'When?' },
    ],
    asked: [
      { pattern: 7, question: 'Why?' },
      { pattern: 8, question: 'When?' },
    ],
    questions: [1, 2, 3],
    announced: [1, 2, 3],
    written: [
      { runId: 1, what: 'run_turn', by: 100, claimedBy: 100, fence: 1, at: 10 },
      { runId: 1, what: 'run_turn', by: 100, claimedBy: 100, fence: 1, at: 20 },
      { runId: 2, what: 'run_turn', by: 101, claimedBy: 101, fence: 2, at: 30 },
    ],
    turns: [
      { runId: 1, turn: 1, messageId: 'msg_0', at: 10 },
      { runId: 1, turn: 2, messageId: 'msg_1', at: 20 },
      { runId: 2, turn: 1, messageId: 'msg_4', at: 30 },
    ],
    calls: [
      { messageId: 'msg_0', runId: undefined, turn: 0, at: 8, outcome: 'whole', broken: false },
      { messageId: 'msg_1', runId: 1, turn: 1, at: 15, outcome: 'whole', broken: false },
      { messageId: 'msg_2', runId: undefined, turn: 0, at: 16, outcome: 'refused', broken: true },
      { messageId: 'msg_3', runId: undefined, turn: 0, at: 17, outcome: 'abandoned', broken: false },
      { messageId: 'msg_4', runId: undefined, turn: 0, at: 25, outcome: 'whole', broken: false },
    ],
    workerEnds: 1,
    leasesLost: 0,
    stops: 0,
    parked: [2],
    replayed: [2],
  };
}

/** The promises that a history breaks. */
function brokenBy(change: (history: History) => void): string[] {
  const history = whole();
  change(history);
  return check(history).flatMap(({ promise, broken }) => (broken.length > 0 ? [promise] : []));
}

/** Name of a breach, the promise it breaks, and the change to the history that shows it. */
const breaches: [string, string, (history: History) => void][] = [
  [
    'an accepted run that is missing',
    'an accepted run ends',
    ({ accepted }) => accepted.push({ runId: 3, key: undefined }),
  ],
  [
    'a run that still waits',
    'an accepted run ends',
    ({ runs }) => Object.assign(runs[0]!, { ended: false, status: 'queued' }),
  ],
  [
    'two runs under one key',
    'requests with one key are one run',
    ({ accepted }) => accepted.push({ runId: 2, key: 'a' }),
  ],
  [
    'a version without its event',
    'a version has one event',
    (history) => {
      history.published = history.published.filter((version) => version !== '7@1');
      history.received = history.received.filter(({ version }) => version !== '7@1');
    },
  ],
  ['a version published twice', 'a version has one event', ({ published }) => published.push('7@1')],
  [
    'an event of a version that was rolled back',
    'an event has its version',
    ({ received }) => received.push({ messageId: 'm4', version: '9@1' }),
  ],
  [
    'an event that was lost with its stream',
    'every event reaches a durable consumer',
    ({ received }) => received.splice(1, 1),
  ],
  [
    'an event under a second message id',
    'every event reaches a durable consumer',
    ({ received }) => received.push({ messageId: 'm4', version: '7@1' }),
  ],
  [
    'a version that question-generator did not process',
    'an event has its effect once',
    (history) => (history.seen = ['7@1', '8@1']),
  ],
  ['a question that is not asked', 'an event has its effect once', ({ asked }) => asked.pop()],
  [
    'a question of an old version that is still asked',
    'an event has its effect once',
    ({ asked }) => asked.push({ pattern: 7, question: 'Who?' }),
  ],
  [
    'a question asked twice',
    'an event has its effect once',
    ({ asked }) => asked.push({ pattern: 7, question: 'Why?' }),
  ],
  ['a question published twice', 'an event has its effect once', ({ announced }) => announced.push(1)],
  ['a question not published', 'an event has its effect once', ({ announced }) => announced.pop()],
  [
    'a call more than kills, stops and lost leases explain',
    'calls ≤ turns + those the model broke + kills, stops and leases lost',
    (history) => (history.workerEnds = 0),
  ],
  [
    'one answer stored as two turns',
    'calls ≤ turns + those the model broke + kills, stops and leases lost',
    ({ turns }) => Object.assign(turns[2]!, { messageId: 'msg_0' }),
  ],
  [
    'a call for a turn that is stored',
    'a stored turn is not requested again',
    ({ calls }) => Object.assign(calls[1]!, { at: 21 }),
  ],
  [
    'a row by a worker whose claim is not the newest',
    'a worker that lost its lease writes nothing',
    ({ written }) => Object.assign(written[2]!, { by: 100 }),
  ],
  [
    'a row by an unknown writer',
    'a worker that lost its lease writes nothing',
    ({ written }) => Object.assign(written[2]!, { by: undefined }),
  ],
  [
    'an older fence after a newer one',
    'a fence only grows, once per start',
    ({ written }) => Object.assign(written[0]!, { fence: 2 }),
  ],
  [
    'a start without a fence',
    'a fence only grows, once per start',
    ({ runs }) => Object.assign(runs[0]!, { starts: 2 }),
  ],
  ['a turn that is missing', 'turns of a run are numbered without a gap', ({ turns }) => turns.splice(0, 1)],
  [
    'a parked run that cannot be replayed',
    'a parked run can be replayed',
    (history) => (history.replayed = []),
  ],
];

describe('check', () => {
  it('finds nothing wrong with a correct history, and checks something for every promise', () => {
    const findings = check(whole());
    expect(findings.flatMap(({ broken }) => broken)).toEqual([]);
    expect(findings.filter(({ checked }) => checked === 0)).toEqual([]);
  });

  it.each(breaches)('finds %s', (_what, promise, change) => {
    expect(brokenBy(change)).toContain(promise);
  });

  it('can find every promise broken', () => {
    const promises = check(whole()).map(({ promise }) => promise);
    expect(new Set(breaches.map(([, promise]) => promise))).toEqual(new Set(promises));
  });

  it('allows a worker that was stopped between its reservation and its call to repeat the call', () => {
    const broken = brokenBy((history) => {
      Object.assign(history.calls[1]!, { at: 21 });
      history.stops = 1;
    });
    expect(broken).toEqual([]);
  });
});
