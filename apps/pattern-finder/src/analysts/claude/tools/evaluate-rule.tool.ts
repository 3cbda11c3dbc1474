import { z } from 'zod';
import { Rule } from '@warren/contracts';
import type { RuleEvaluation } from '@warren/contracts';
import { Rejection } from '../../../evidence/rejection.ts';
import { countsOf, numbersOf, rounded } from '../presentation/model-numbers.ts';
import { defineTool, readOnly } from './tool.ts';
import type { ToolContext } from './tool.ts';

/** Members shown, of each side, to look some of them up; get_member_profiles takes the rule for more. */
const shownMembers = 10;
const shownFacets = 12;
/** Keys that are proposed for an unknown one. */
const nearest = 5;

/** Evaluates rules of the analyst's own. */
export const evaluateRule = defineTool({
  name: 'evaluate_rule',
  description:
    'Measures rules over facet keys: how many members match, how many chance would give, on what basis each would stand. ' +
    'A rule is {"clauses":[{"at_least":2,"of":["skill:figma","skill:prototyping"]}]} (every clause must hold; ' +
    '"none_of":["skill:ux"] beside the clauses leaves out who has one of these), or ' +
    '{"givers":{"clauses":[…]},"seekers":{"clauses":[…]}} for a collaboration; where each side leaves out what the other ' +
    'asks for, it says that the two keep apart.',
  input: z
    .strictObject({
      rule: Rule.optional().describe('Which members, over facet keys of the analysis'),
      rules: z.array(Rule).min(1).max(10).optional().describe('Several at once'),
    })
    .refine(({ rule, rules }) => (rule === undefined) !== (rules === undefined), {
      error: 'give either rule or rules',
    }),
  prepare: async ({ rule, rules }, context) => {
    const asked = rules ?? (rule === undefined ? [] : [rule]);
    const { evaluations } = await context.requests.ask(
      'community.evaluate-rules',
      { rules: asked },
      { signal: context.signal },
    );
    const near = await nearestOf(evaluations, context);
    const [evaluation] = evaluations;
    if (rules !== undefined) {
      return readOnly({ evaluations: evaluations.map((each) => shown(each, near)) });
    }
    if (evaluation === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    if (evaluation.unknown_facets.length > 0) {
      throw new Rejection('unknown_facet', unknown(evaluation, near));
    }
    return readOnly(shown(evaluation, near));
  },
});

/** The known keys that are most like each unknown one. */
async function nearestOf(
  evaluations: readonly RuleEvaluation[],
  { requests, signal }: ToolContext,
): Promise<Map<string, string[]>> {
  const texts = [...new Set(evaluations.flatMap(({ unknown_facets }) => unknown_facets))].slice(0, 20);
  if (texts.length === 0) {
    return new Map();
  }
  const { found } = await requests.ask('community.find-facets', { texts, limit: nearest }, { signal });
  return new Map(found.map(({ text, facets }) => [text, facets.map(({ key }) => key)]));
}

function unknown({ unknown_facets }: RuleEvaluation, near: ReadonlyMap<string, readonly string[]>): string {
  const keys = unknown_facets.map((key) => {
    const others = near.get(key) ?? [];
    return others.length === 0 ? key : `${key} (nearest: ${others.join(', ')})`;
  });
  return `No member carries ${keys.join(', ')}: use facet keys of the analysis or of find_facets.`;
}

function shown(
  evaluation: RuleEvaluation,
  near: ReadonlyMap<string, readonly string[]>,
): Record<string, unknown> {
  if (evaluation.unknown_facets.length > 0) {
    return { member_count: 0, reason: unknown(evaluation, near) };
  }
  const { basis, bases, reason, facets, member_ids, sides, bridges } = evaluation;
  const statistics = evaluation.against_chance ?? evaluation.statistics;
  const side = (ids: readonly number[]): Record<string, unknown> => ({
    count: ids.length,
    member_ids: ids.slice(0, shownMembers),
  });
  return {
    basis,
    bases,
    reason,
    member_count: member_ids.length,
    ...numbersOf(statistics),
    p_value: rounded(statistics.p_value),
    facets: countsOf(facets, shownFacets),
    ...(sides === undefined
      ? { member_ids: member_ids.slice(0, shownMembers) }
      : { givers: side(sides.givers), seekers: side(sides.seekers) }),
    ...(bridges === undefined ? {} : { bridges: side(bridges) }),
  };
}
