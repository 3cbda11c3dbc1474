import { EvaluateRuleInput } from '@warren/contracts';
import { Rejection } from '../../../evidence/rejection.ts';
import { countsOf, numbersOf, rounded } from '../presentation/model-numbers.ts';
import { defineTool, readOnly } from './tool.ts';

/** Enough to look some of them up; get_member_profiles takes the rule for more. */
const shownMembers = 10;
const shownFacets = 12;

/** What a rule of the analyst's own comes to. */
export const evaluateRule = defineTool({
  name: 'evaluate_rule',
  description:
    'Measures a rule over facet keys: how many members match, how many chance would give, on what basis it would stand. ' +
    'A rule is {"clauses":[{"at_least":2,"of":["skill:figma","skill:prototyping"]}]} (every clause must hold), or ' +
    '{"givers":{"clauses":[…]},"seekers":{"clauses":[…]}} for a collaboration.',
  input: EvaluateRuleInput,
  prepare: async ({ rule }, context) => {
    const { evaluations } = await context.steps.ask(
      'community.evaluate-rules',
      { rules: [rule] },
      context.stopped,
    );
    const [measured] = evaluations;
    if (measured === undefined) {
      throw new Error('community.evaluate-rules answered no evaluation');
    }
    if (measured.unknown_facets.length > 0) {
      throw new Rejection(
        'unknown_facet',
        `No member carries ${measured.unknown_facets.join(', ')}: use facet keys of the analysis.`,
      );
    }
    const { basis, bases, reason, facets, member_ids, sides } = measured;
    const statistics = measured.against_chance ?? measured.statistics;
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
