import { evaluateRule } from './evaluate-rule.tool.ts';
import { findFacets } from './find-facets.tool.ts';
import { findInProfiles } from './find-in-profiles.tool.ts';
import { getAnalysis } from './get-analysis.tool.ts';
import { getProfiles } from './get-profiles.tool.ts';
import { listPatterns } from './list-patterns.tool.ts';
import { proposeIntroduction } from './propose-introduction.tool.ts';
import { readProfiles } from './read-profiles.tool.ts';
import { savePattern } from './save-pattern.tool.ts';
import type { Tool } from './tool.ts';

/** All tools of the analyst, in the order in which the model sees them. */
export const tools: readonly Tool[] = [
  getAnalysis,
  findFacets,
  evaluateRule,
  readProfiles,
  findInProfiles,
  getProfiles,
  listPatterns,
  savePattern,
  proposeIntroduction,
];
