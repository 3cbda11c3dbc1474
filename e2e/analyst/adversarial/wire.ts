import { expect } from '@jest/globals';
import type { Script, ToolUse, Turn } from '@warren/testing';
import { analyse, save, saveCandidate } from '../scripted-system.ts';
import { candidates, rule, turns } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

const best = (facts: Facts) => candidates(facts, 'beyond_chance', 'skill_cluster')[0];
const good = (facts: Facts, name = 'A good one'): ToolUse => saveCandidate(best(facts), { name });
const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);
const done: Turn = { text: 'That is all.' };
const raw = (input: string): ToolUse => ({ name: 'save_pattern', input });
/** A script that repeats the same turn for ever. */
const forever =
  (turn: Turn): Script =>
  () =>
    turn;

export const wireScenarios: Scenario[] = [
  {
    tries: 'unknown tools',
    model: (facts) =>
      turns([
        { name: 'delete_patterns', input: {} },
        { name: 'save_pattern ', input: {} },
        { name: 'SAVE_PATTERN', input: {} },
        { name: 'x'.repeat(10_000), input: {} },
        { name: 'zero\u0000byte', input: {} },
        { name: `${'x'.repeat(59)}😀`, input: {} },
        { name: '', input: {} },
        good(facts),
      ]),
    saved: ['A good one'],
    check: ({ results }) => {
      expect(results).toHaveLength(8);
      for (const result of results.slice(0, 7)) {
        expect(result).toMatch(/^There is no tool .*; there are get_community_profile_analysis, /);
        expect(result.length).toBeLessThan(400);
      }
    },
  },
  {
    tries: 'input that is malformed JSON, or no object',
    model: () => turns(['{name:unquoted}', '}{', '[1,2,3]', '"text"', 'null', '7'].map(raw)),
    // No message: the call may have broken off, and may be billed.
    check: ({ run }) => expect(run.spend.uncertain_usd).toBeGreaterThan(0),
  },
  {
    tries: 'no input at all',
    model: () => turns([raw('')]),
    rejections: ['invalid_input'],
    reason: /The input is not valid/,
  },
  {
    tries: 'a call that was cut at the longest message',
    model: (facts) => [
      { tool_uses: [good(facts, 'Cut in two')], stop_reason: 'max_tokens' },
      { tool_uses: [raw('{"name":"Half')], stop_reason: 'max_tokens' },
      done,
    ],
    rejections: ['truncated_call', 'truncated_call'],
    reason: /make it shorter and call again/,
  },
  {
    tries: 'sixty calls in one message',
    model: (facts) =>
      turns(Array.from({ length: 60 }, (_, at) => good(facts, `Number ${'abcdefghij'.charAt(at % 10)}`))),
    rejections: times(40, 'too_many_calls'),
    reason: /Only 20 calls are carried out in one turn: call it again/,
    saved: ['Number a'],
    check: ({ results }) => expect(results).toHaveLength(60),
  },
  {
    tries: 'ids of calls that repeat, are empty, or are none',
    model: (facts) =>
      turns(
        times(3, { ...analyse, id: 'toolu_same' }),
        times(3, { ...analyse, id: 'toolu_same' }),
        [
          { ...analyse, id: '' },
          { ...analyse, id: 'two words' },
          { ...analyse, id: 'i'.repeat(5_000) },
        ],
        [
          { ...good(facts), id: 'toolu_same' },
          { ...good(facts), id: 'zero\u0000' },
        ],
      ),
    saved: ['A good one'],
    check: ({ results }) => expect(results).toHaveLength(11),
  },
  {
    tries: 'to look at the analysis for ever',
    model: () => forever({ tool_uses: [analyse] }),
    ends: 'budget_exhausted',
    check: ({ run }) => expect(run.reason).toMatch(/12 turns are used up.*MAX_TURNS/),
  },
  {
    tries: 'to be rejected for ever',
    model: () => forever({ tool_uses: [save({ name: 'Once more', category: 'skill_cluster', rule: {} })] }),
    ends: 'budget_exhausted',
    rejections: [...times(3, 'invalid_input' as const), ...times(9, 'retry_limit' as const)],
  },
  {
    tries: 'to talk for ever',
    model: () => forever({ text: 'And another thing …', stop_reason: 'max_tokens' }),
    ends: 'budget_exhausted',
  },
  {
    tries: 'to pause for ever, with words and without any',
    model: () => (request) => ({
      ...(request.index % 2 === 0 ? { text: 'A moment.' } : {}),
      stop_reason: 'pause_turn',
    }),
    ends: 'budget_exhausted',
  },
  {
    tries: 'to announce calls for ever that never come',
    model: () => forever({ stop_reason: 'tool_use' }),
    ends: 'budget_exhausted',
  },
  {
    tries: 'to say nothing at all',
    model: () => [{ text: ' \n ' }],
    check: ({ run }) => expect(run.response_text).toBe('The model ended without a summary.'),
  },
  {
    tries: 'to end the run and call a tool in one message',
    model: (facts) => [{ text: 'Done.', tool_uses: [good(facts)], stop_reason: 'end_turn' }, done],
    saved: ['A good one'],
  },
  {
    tries: 'to decline, and save in the same message',
    model: (facts) => [{ tool_uses: [good(facts)], stop_reason: 'refusal' }],
    ends: 'failed',
    check: ({ run }) => expect(run.reason).toMatch(/declined/),
  },
  {
    tries: 'a closing text of a million characters, some of which cannot be stored',
    model: () => [{ text: `\u0000\ud83d${'word '.repeat(200_000)}` }],
    check: ({ run }) => expect(run.response_text).toHaveLength(4_000),
  },
  {
    tries: 'invalid input for read-only tools',
    model: () =>
      turns([
        { name: 'evaluate_rule', input: { rule: rule(1, 'skill:weld\u0000ing') } },
        { name: 'evaluate_rule', input: { rule: rule(9, 'skill:welding') } },
        { name: 'get_member_profiles', input: { member_ids: Array.from({ length: 26 }, (_, id) => id + 1) } },
        { name: 'get_member_profiles', input: { member_ids: [2 ** 40] } },
        { name: 'get_member_profiles', input: {} },
        { name: 'list_patterns', input: { category: 'poetry' } },
        { name: 'get_community_profile_analysis', input: { focus_areas: times(21, 'welding') } },
        { name: 'get_community_profile_analysis', input: { focus_areas: ['\u0000', '\ud83d'] } },
      ]),
    check: ({ results }) => expect(results).toHaveLength(8),
  },
];
