import { SavePatternInput } from '@warren/contracts';
import { rounded } from '../presentation/model-numbers.ts';
import { ensureShown } from '../presentation/shown-members.ts';
import { defineTool } from './tool.ts';

/** The one tool with an effect: a pattern passes the gate and is saved with its event. */
export const savePattern = defineTool({
  name: 'save_pattern',
  description:
    'Saves a pattern on exactly one ground: candidate_id, rule or quotes. Members and numbers are computed; write ' +
    '{member_count}, {share}, {expected} or {lift} where a number belongs. The words may name no skill or interest ' +
    'that the ground does not have. What was saved before keeps its words unless you give its pattern_id. A refusal ' +
    'says what to change.',
  saves: true,
  input: SavePatternInput,
  prepare: async (input, context) => {
    ensureShown(
      (input.quotes ?? []).map(({ member_id }) => member_id),
      context.membersShown(),
    );
    const checked = await context.steps.check(input, await context.candidates(), context.stopped);
    return async (em, run) => {
      const saved = await context.steps.save(em, run, checked);
      const { basis, statistics } = checked.grounds.evidence;
      const { observed, share, expected, lift, q_value } = statistics;
      const numbers = {
        member_count: observed,
        share: rounded(share),
        expected: rounded(expected),
        lift: rounded(lift),
        q_value: rounded(q_value),
      };
      const told = { saved: true, pattern_id: saved.id, created: saved.created, basis, ...numbers };
      return saved.created || input.pattern_id !== undefined
        ? told
        : {
            ...told,
            note: `It was saved before and keeps its words: give pattern_id ${saved.id} to change them.`,
          };
    };
  },
});
