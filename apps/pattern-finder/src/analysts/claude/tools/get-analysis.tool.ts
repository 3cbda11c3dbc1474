import { z } from 'zod';
import { FocusAreas } from '@warren/contracts';
import { candidatesSeen } from '../memory/changed-candidates.ts';
import { forModel } from '../presentation/model-analysis.ts';
import { defineTool } from './tool.ts';

/** Analyses the whole membership, or what focus areas name. */
export const getAnalysis = defineTool({
  name: 'get_community_profile_analysis',
  description:
    'Analyses all profiles: number of members, completion of fields, common and rare skills and interests, and ' +
    'candidates (rules tested against chance, with ids and statistics). focus_areas narrow it.',
  input: z.strictObject({
    focus_areas: FocusAreas.optional().describe('Narrow the analysis to these facets, kinds or categories'),
  }),
  prepare: async ({ focus_areas }, context) => {
    const whole = focus_areas === undefined || focus_areas.length === 0;
    const analysis = whole
      ? await context.analysis()
      : await context.requests.ask('community.analyse', { focus_areas }, { signal: context.signal });
    return (_em, run) => {
      if (whole && run.focusAreas.length === 0) {
        run.candidates = candidatesSeen(analysis);
      }
      return Promise.resolve(forModel(analysis));
    };
  },
});
