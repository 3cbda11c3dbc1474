import { z } from 'zod';
import { PatternCategory } from '@warren/contracts';
import { byTurn } from '@warren/testing';
import type { Script, ScriptedRequest, ToolUse } from '@warren/testing';
import { profilesIn } from '../../analyst/scripted-system.ts';
import type { ReadProfile } from '../../analyst/scripted-system.ts';
import { kilnOf } from './members.ts';

/** The fields of the analysis that the script reads. */
const Analysis = z.looseObject({
  candidates: z.array(z.looseObject({ id: z.string(), category: PatternCategory, rule: z.unknown() })),
});
type Analysis = z.infer<typeof Analysis>;

/** Analysis and profiles shown to the model so far. */
export interface Shown {
  analysis: Analysis | undefined;
  profiles: Map<number, ReadProfile>;
}

/** Text of a claim, without its candidate or quotes. */
function textOf(name: string): object {
  return {
    name,
    description: 'There are {member_count} of them, who would enjoy an evening.',
    question_prompts: [`What about: ${name}?`, `Whom to meet over: ${name}?`],
  };
}

/** Every tool result in the last message of a request, as text. */
export function resultsOf(request: ScriptedRequest): string[] {
  const content = request.body.messages.at(-1)?.content;
  return Array.isArray(content)
    ? content.flatMap((block) =>
        'content' in block && typeof block.content === 'string' ? [block.content] : [],
      )
    : [];
}

/** A model that reads everything it may, saves a candidate and quotes, and lists the saved patterns. */
export function readingModel(ids: () => number[], shown: Shown): Script {
  const read = (request: ScriptedRequest): void => {
    profilesIn(request).forEach((profile, id) => shown.profiles.set(id, profile));
  };
  return byTurn([
    { tool_uses: [{ name: 'get_community_profile_analysis', input: {} }] },
    (request) => {
      shown.analysis = Analysis.parse(JSON.parse(resultsOf(request)[0] ?? ''));
      const { rule } = candidate(shown);
      return {
        tool_uses: [
          { name: 'evaluate_rule', input: { rule } },
          ...kilns.slice(0, 19).map((kiln) => ({ name: 'get_member_profiles', input: carriers(kiln) })),
        ],
      };
    },
    (request) => {
      read(request);
      return {
        tool_uses: kilns.slice(19).map((kiln) => ({ name: 'get_member_profiles', input: carriers(kiln) })),
      };
    },
    (request) => {
      read(request);
      return { tool_uses: inBatches(ids()).map((member_ids) => profilesOf(member_ids)) };
    },
    (request) => {
      read(request);
      const { id, category } = candidate(shown);
      return {
        tool_uses: [
          { name: 'save_pattern', input: { ...textOf('From a candidate'), category, candidate_id: id } },
          {
            name: 'save_pattern',
            input: { ...textOf('From quotes'), category: 'interest_theme', quotes: quotes(shown) },
          },
        ],
      };
    },
    { tool_uses: [{ name: 'list_patterns', input: {} }] },
    { text: 'Two findings.' },
  ]);
}

function candidate({ analysis }: Shown): Analysis['candidates'][number] {
  const [first] = analysis?.candidates ?? [];
  if (first === undefined) {
    throw new Error('the community has no candidate');
  }
  return first;
}

/** Labels whose rules match a few members each. */
const kilns = [...new Set(Array.from({ length: 100 }, (_, n) => kilnOf(n)))];

function carriers(kiln: string): Record<string, unknown> {
  return { rule: { clauses: [{ at_least: 1, of: [`skill:${kiln.toLowerCase()}`] }] }, limit: 25 };
}

function profilesOf(member_ids: number[]): ToolUse {
  return { name: 'get_member_profiles', input: { member_ids, limit: 25 } };
}

function inBatches(ids: number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / 8) }, (_, at) => ids.slice(at * 8, at * 8 + 8));
}

/** Quotes of the beginning of each bio, up to its canary. */
function quotes({ profiles }: Shown): object[] {
  return [...profiles.values()]
    .slice(0, 12)
    .map(({ member_id, bio }) => ({ member_id, field: 'bio', quote: bio.split('\n')[0]?.slice(0, 150) }));
}
