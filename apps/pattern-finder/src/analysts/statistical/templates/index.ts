import type { Candidate, PatternCategory } from '@warren/contracts';
import { collaboration } from './collaboration.ts';
import { communityStrength } from './community-strength.ts';
import { crossDomain } from './cross-domain.ts';
import { interestTheme } from './interest-theme.ts';
import { skillCluster } from './skill-cluster.ts';
import { subjectOf } from './subject.ts';
import type { Subject, TemplateText } from './subject.ts';

const templates: Record<Candidate['category'], (subject: Subject) => TemplateText> = {
  skill_cluster: skillCluster,
  interest_theme: interestTheme,
  cross_domain: crossDomain,
  community_strength: communityStrength,
  collaboration_opportunity: collaboration,
};

/**
 * Fills the template of a candidate's category; numbers stay placeholders, which the service fills in.
 * @param wholeName name every facet, if the short name is another pattern's
 */
export function fillTemplate(
  candidate: Candidate,
  wholeName = false,
): TemplateText & { category: PatternCategory } {
  const text = templates[candidate.category](subjectOf(candidate, wholeName));
  return { ...text, category: candidate.category, name: text.name.slice(0, 255) };
}
