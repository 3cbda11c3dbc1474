import { z } from 'zod';
import type { AnswerTurn, ScriptedRequest, ToolUse } from '@warren/testing';

/** The part of the analysis that the script reads. */
const Analysis = z.looseObject({
  common_facets: z.array(z.looseObject({ key: z.string() })),
  candidates: z.array(z.looseObject({ id: z.string(), category: z.string(), facets: z.array(z.unknown()) })),
});
type Analysis = z.infer<typeof Analysis>;

/** The saves of a run, with texts that are true of any pattern. */
const names = [
  'Company for long afternoons',
  'A table for people with the same itch',
  'Where hands and heads agree',
  'Neighbours who should have met by now',
  'The ones to ask first',
  'An introduction waiting to be made',
  'Quiet experts and those who need them',
  'A circle that has not noticed itself',
];

/** Turns of the script: the analysis, three reads, one per save, and the closing text. */
export const turnsOfScript = 4 + names.length + 1;

/**
 * The conversation of a diligent analyst, the same for every community: the analysis; three rules of its own; twice as
 * many profiles as it may read, and the existing patterns; eight candidates saved, by their positions; a summary.
 */
export function discoveryScript(request: ScriptedRequest): AnswerTurn {
  const { turn } = request;
  if (turn === 0) {
    return {
      text: 'I begin with the membership as a whole, to see what people list, what they leave out and what goes together.',
      tool_uses: [{ name: 'get_community_profile_analysis', input: {} }],
    };
  }
  const analysis = analysisIn(request);
  const skills = keysOf(analysis, 'skill');
  const interests = keysOf(analysis, 'interest');
  if (turn === 1) {
    return ownIdeas(analysis);
  }
  if (turn === 2) {
    return {
      text: 'The facets do not tell me what these people are after. I read some of them in their own words.',
      tool_uses: [read(skills)],
    };
  }
  if (turn === 3) {
    return {
      text: 'And those who come for the interests. I also look at what is saved already, so that I do not say it twice.',
      tool_uses: [read(interests), { name: 'list_patterns', input: {} }],
    };
  }
  const { candidates } = analysis;
  const candidate = candidates[(turn - 4) % candidates.length] ?? { id: 'none', category: 'skill_cluster' };
  return turn < turnsOfScript - 1
    ? { text: 'This one is worth an introduction.', tool_uses: [save(candidate, names[turn - 4])] }
    : { text: closing };
}

/** Three rules of the analyst's own, over the most common facets. */
export function ownIdeas(analysis: Analysis): AnswerTurn {
  const skills = keysOf(analysis, 'skill');
  const interests = keysOf(analysis, 'interest');
  return {
    text:
      'Before I save anything I try three ideas of my own: whether the common crafts meet in the same people, whether ' +
      'the common interests do, and whether the one goes with the other.',
    tool_uses: [
      evaluate([{ at_least: 2, of: skills.slice(0, 5) }]),
      evaluate([{ at_least: 2, of: interests.slice(0, 5) }]),
      evaluate([
        { at_least: 1, of: skills.slice(0, 3) },
        { at_least: 1, of: interests.slice(0, 3) },
      ]),
    ],
  };
}

/** The analysis that a conversation begins with. */
export function analysisIn({ body }: ScriptedRequest): Analysis {
  const content = body.messages[2]?.content;
  const block = Array.isArray(content) ? content[0] : undefined;
  return Analysis.parse(JSON.parse(String(block?.content)));
}

function keysOf({ common_facets }: Analysis, kind: string): string[] {
  return common_facets.map(({ key }) => key).filter((key) => key.startsWith(`${kind}:`));
}

function evaluate(clauses: unknown): ToolUse {
  return { name: 'evaluate_rule', input: { rule: { clauses } } };
}

function read(of: readonly string[]): ToolUse {
  return {
    name: 'get_member_profiles',
    input: { rule: { clauses: [{ at_least: 1, of: of.slice(0, 15) }] }, limit: 25 },
  };
}

/** Saves a candidate with a text that is true of any pattern. */
export function save(
  { id, category }: Pick<Analysis['candidates'][number], 'id' | 'category'>,
  name: string | undefined,
): ToolUse {
  return {
    name: 'save_pattern',
    input: {
      name,
      description:
        'There are {member_count} of them, and most have never been in one room. What they share came up again and again ' +
        'when I read how they describe their days, and it would carry a whole evening without any programme. A first meeting ' +
        'needs a table, somebody to open the door and a reason to come back.',
      category,
      candidate_id: id,
      question_prompts: [
        'What brought you to this, and who was there when you began?',
        'What would you show the others if they came to your place?',
        'Whom would you like to meet over it before the summer?',
      ],
    },
  };
}

const closing =
  'I looked at the whole membership, tried ideas of my own and read a good number of profiles in their own words. The ' +
  'patterns I saved are those I would act on: each has people who could meet soon, and each comes with questions that could ' +
  'be put to them tomorrow. I would begin with the introductions, since they ask least of everybody, and then see which of ' +
  'the circles wants to meet again. Where something may well be chance the pattern says so. What I left out was either said ' +
  'by another pattern already or too thin to bother anybody with.';
