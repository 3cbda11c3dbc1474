import { expect } from '@jest/globals';
import type { AnswerTurn, Script, Turn, TurnUsage } from '@warren/testing';
import { byTurn } from '@warren/testing';
import { saveCandidate } from '../scripted-system.ts';
import { candidates } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

const forever =
  (turn: Turn): Script =>
  () =>
    turn;

const half: AnswerTurn = {
  text: 'Half of what I had to say is lost, and so is the call that I had in mind.',
};

/** A good save after these faults, and a closing text. */
function recovering(...wrong: Turn[]): Scenario['model'] {
  return (facts) =>
    byTurn([
      ({ attempt }) => wrong[attempt - 1] ?? { tool_uses: [saved(facts)] },
      ({ attempt }) => wrong[attempt - 1] ?? { text: 'That is all.' },
    ]);
}

function saved(facts: Facts) {
  return saveCandidate(candidates(facts, 'beyond_chance')[0], { name: 'After all' });
}

/** A model that bills this usage for each turn, and never ends. */
function billing(usage: TurnUsage): Scenario['model'] {
  return (facts) => forever({ tool_uses: [saved(facts)], usage });
}

const overloaded: Turn = { status: 529 };

export const outageScenarios: Scenario[] = [
  {
    tries: 'a page in place of an answer, then recovers',
    model: recovering({ html: true }),
    saved: ['After all'],
  },
  {
    tries: 'streams that are cut, then recovers',
    model: recovering({ hangUp: 'mid-stream', answer: half }, { hangUp: 'before' }),
    saved: ['After all'],
  },
  {
    tries: 'an error inside the stream, then recovers',
    model: recovering({ streamError: { type: 'overloaded_error', message: 'Overloaded' }, answer: half }),
    saved: ['After all'],
  },
  {
    tries: 'to be overloaded and limited, then recovers',
    model: recovering(overloaded, { status: 500 }, { status: 429, headers: { 'retry-after': '0' } }),
    saved: ['After all'],
  },
  { tries: 'to stall, then recovers', model: recovering({ stall: true }), saved: ['After all'] },
  {
    tries: 'to be overloaded for ever',
    model: () => forever(overloaded),
    waitsFor: /overloaded/,
    ends: 'cancelled',
  },
  {
    tries: 'to ask for a retry in an hour',
    model: () => forever({ status: 429, headers: { 'retry-after': '3600' } }),
    waitsFor: /rate_limit_error/,
    ends: 'cancelled',
  },
  {
    tries: 'to reject the key',
    model: () => forever({ status: 401 }),
    waitsFor: /authentication_error/,
    ends: 'cancelled',
  },
  {
    tries: 'pages in place of answers for ever',
    model: () => forever({ html: true }),
    waitsFor: /./,
    ends: 'cancelled',
  },
  {
    tries: 'to cut every stream',
    model: () => forever({ hangUp: 'mid-stream', answer: half }),
    waitsFor: /./,
    ends: 'cancelled',
  },
  {
    tries: 'to reject the request for good',
    model: () => forever({ status: 400 }),
    ends: 'failed',
    check: ({ run }) => expect(run.reason).toMatch(/invalid_request_error/),
  },
  {
    tries: 'to bill more than the database counts',
    model: billing({ input_tokens: 5_000_000_000, output_tokens: 3_000_000_000 }),
    ends: 'failed',
    check: ({ run }) => expect(run.reason).toMatch(/no message/),
  },
  {
    tries: 'to bill as much as a number holds',
    model: billing({
      input_tokens: Number.MAX_SAFE_INTEGER,
      cache_read_input_tokens: Number.MAX_SAFE_INTEGER,
    }),
    ends: 'failed',
    check: ({ run }) => expect(run.reason).toMatch(/no message/),
  },
  {
    tries: 'to bill what is no count',
    model: billing({ input_tokens: -5, output_tokens: 1.5 }),
    ends: 'failed',
    check: ({ run }) => expect(run.reason).toMatch(/no message/),
  },
  {
    tries: 'to spend all the money of a run',
    model: billing({ input_tokens: 150_000, output_tokens: 8_000 }),
    ends: 'budget_exhausted',
    saved: ['After all'],
    check: ({ run }) => {
      expect(run.reason).toMatch(/max_cost/);
      expect((run.spend.cost_usd ?? 0) + run.spend.uncertain_usd).toBeLessThanOrEqual(2);
    },
  },
];
