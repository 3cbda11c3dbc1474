import type { AnswerTurn, ScriptedRequest } from '@warren/testing';
import { analysisIn } from './discovery-script.ts';

/** Turns of a short run. */
export const turnsOfShortScript = 3;

/** The shortest useful run: the analysis, one candidate saved with a unique text, an end. */
export function shortScript(request: ScriptedRequest): AnswerTurn {
  if (request.turn === 0) {
    return { tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] };
  }
  if (request.turn > 1) {
    return { text: 'That is what these members have in common.' };
  }
  const { candidates } = analysisIn(request);
  const { id, category } = candidates[request.index % candidates.length] ?? { id: 'none', category: 'none' };
  const word = wordOf(request.index);
  return {
    tool_uses: [
      {
        name: 'save_pattern',
        input: {
          name: `People who belong together, ${word}`,
          description: `There are {member_count} of them, and an evening would do them good (${word}).`,
          category,
          candidate_id: id,
          question_prompts: [`What brought you to this, ${word}?`, `Whom would you like to meet, ${word}?`],
        },
      },
    ],
  };
}

/** A made-up word for a number, in no vocabulary. */
function wordOf(number: number): string {
  return [...number.toString(8).padStart(4, '0')]
    .map((digit) => `${'qxzvwjqx'[Number(digit)] ?? ''}${'aeiouyea'[Number(digit)] ?? ''}`)
    .join('');
}
