import { z } from 'zod';
import { Rule } from '@warren/contracts';
import { Rejection } from '../../../evidence/rejection.ts';
import { countsOf, numbersOf, rounded } from '../presentation/model-numbers.ts';
import { defineTool, readOnly } from './tool.ts';

/** Members shown, to look some of them up; get_member_profiles takes the rule for more. */
const shownMembers = 10;
const shownFacets = 12;

/** Evaluates a rule of the analyst's own. */
export const evaluateRule = defineTool({
  name: 'evaluate_rule',
  description:
    'Measures a rule over facet keys: how many members match, how many chance would give, on what basis it would stand. ' +
    'A rule is {"clauses":[{"at_least":2,"of":["skill:figma","skill:prototyping"]}]} (every clause must hold; ' +
    '"none_of":["skill:ux"] beside the clauses leaves out who has one of these), or ' +
    '{"givers":{"clauses":[…]},"seekers":{"clauses":[…]}} for a collaboration.',
  input: z.strictObject({ rule: Rule.describe('Which members, over facet keys of the analysis') }),
  prepare: async ({ rule }, context) => {
    const { evaluations } = await context.requests.ask(
      'community.evaluate-rules',
      { rules: [rule] },
      { signal: context.signal },
    );
    const [evaluation] = evaluations;
    if (evaluation === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    if (evaluation.unknown_facets.length > 0) {
      throw new Rejection(
        'unknown_facet',
        `No member carries ${evaluation.unknown_facets.join(', ')}: use facet keys of the analysis.`,
      );
    }
    const { basis, bases, reason, facets, member_ids, sides } = evaluation;
    const statistics = evaluation.against_chance ?? evaluation.statistics;
    return readOnly({
      basis,
      bases,
      reason,
      member_count: member_ids.length,
      ...numbersOf(statistics),
      p_value: rounded(statistics.p_value),
      facets: countsOf(facets, shownFacets),
      member_ids: member_ids.slice(0, shownMembers),
      ...(sides === undefined ? {} : { givers: sides.givers.length, seekers: sides.seekers.length }),
    });
  },
});
