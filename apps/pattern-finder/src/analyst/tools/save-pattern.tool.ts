import { SavePatternInput } from '@warren/contracts';
import { defineTool } from './tool.ts';

/** The one tool with an effect: a pattern passes the gate and is saved with its event. */
export const savePattern = defineTool({
  name: 'save_pattern',
  description:
    'Saves a pattern on exactly one ground: candidate_id, rule or quotes. Members and numbers are computed; write ' +
    '{member_count}, {share}, {expected} or {lift} where a number belongs. The same rule saved again updates the ' +
    'pattern; give pattern_id to change its words. A refusal says what to change.',
  input: SavePatternInput,
  prepare: async (input, context) => {
    const checked = await context.steps.check(input, await context.candidates(), context.stopped);
    return async (em, run) => {
      const saved = await context.steps.save(em, run, checked);
      const { basis, statistics } = checked.grounds.evidence;
      return { saved: true, pattern_id: saved.id, created: saved.created, basis, statistics };
    };
  },
});
