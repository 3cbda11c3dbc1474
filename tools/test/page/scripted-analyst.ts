import { Rule } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import type { Script, ScriptedRequest, ToolUse } from '@warren/testing';
import { z } from 'zod';

const Analysis = z.looseObject({
  candidates: z.array(z.looseObject({ id: z.string(), category: z.string(), basis: z.string(), rule: Rule })),
});
type Candidate = z.infer<typeof Analysis>['candidates'][number];

/** What an analyst that the test steers does: looks, saves, is refused once, waits to be let on, saves again. */
export function steeredAnalyst(names: readonly [string, string], letOn: Promise<void>): Script {
  let candidates: Candidate[] = [];
  return byTurn([
    { text: 'First the analysis.', tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] },
    (request) => {
      candidates = candidatesIn(request);
      return {
        tool_uses: [
          save(candidates[0], names[0]),
          { ...save(candidates[1], 'A tale of 42'), ...overclaimed(candidates[1]) },
        ],
      };
    },
    async () => {
      await letOn;
      return { tool_uses: [save(candidates[1], names[1])] };
    },
    { text: 'Two findings worth an evening each.' },
  ]);
}

/** An analyst that looks and finds nothing worth saying. */
export const silentAnalyst: Script = byTurn([
  { text: 'First the analysis.', tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] },
  { text: 'Nothing here is worth a name.' },
]);

function candidatesIn(request: ScriptedRequest): Candidate[] {
  const content = request.body.messages.at(-1)?.content;
  const block = Array.isArray(content) ? content[0] : undefined;
  const text = block !== undefined && 'content' in block ? String(block.content) : '{}';
  return Analysis.parse(JSON.parse(text)).candidates.filter(({ basis }) => basis === 'beyond_chance');
}

function save(candidate: Candidate | undefined, name: string): ToolUse {
  return {
    name: 'save_pattern',
    input: inputFor(candidate, name, 'There are {member_count} of them, who may like to meet.'),
  };
}

function overclaimed(candidate: Candidate | undefined): Pick<ToolUse, 'input'> {
  return { input: inputFor(candidate, 'A tale of numbers', 'All 42 of them know each other.') };
}

function inputFor(
  candidate: Candidate | undefined,
  name: string,
  description: string,
): Record<string, unknown> {
  return {
    name,
    description,
    category: candidate?.category ?? '',
    candidate_id: candidate?.id ?? '',
    question_prompts: ['What brought you to this?', 'Whom would you like to meet over it?'],
  };
}
