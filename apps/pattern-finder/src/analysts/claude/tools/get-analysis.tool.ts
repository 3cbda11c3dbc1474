import { GetAnalysisInput } from '@warren/contracts';
import { forModel } from '../presentation/model-analysis.ts';
import { defineTool, readOnly } from './tool.ts';

/** The analysis of the whole membership, or of what focus areas name. */
export const getAnalysis = defineTool({
  name: 'get_community_profile_analysis',
  description:
    'Analyses all profiles: number of members, completion of fields, common and rare skills and interests, and ' +
    'candidates (rules tested against chance, with ids and statistics). Call it first. focus_areas narrow it.',
  input: GetAnalysisInput,
  prepare: async ({ focus_areas }, context) => {
    const whole = focus_areas === undefined || focus_areas.length === 0;
    const analysis = whole
      ? await context.analysis()
      : await context.steps.ask('community.analyse', { focus_areas }, context.stopped);
    return readOnly(forModel(analysis));
  },
});
