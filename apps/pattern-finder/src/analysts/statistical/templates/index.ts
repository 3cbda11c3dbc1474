import type { Candidate, SavePatternInput } from '@warren/contracts';
import { collaboration } from './collaboration.ts';
import { communityStrength } from './community-strength.ts';
import { crossDomain } from './cross-domain.ts';
import { interestTheme } from './interest-theme.ts';
import { skillCluster } from './skill-cluster.ts';
import { subjectOf } from './subject.ts';
import type { Subject, Words } from './subject.ts';

const templates: Record<Candidate['category'], (subject: Subject) => Words> = {
  skill_cluster: skillCluster,
  interest_theme: interestTheme,
  cross_domain: crossDomain,
  community_strength: communityStrength,
  collaboration_opportunity: collaboration,
};

/**
 * Name, description and questions for a candidate, by template; numbers are placeholders the service fills in.
 * @param wholeName name every facet, where the short name is another pattern's
 */
export function wordsFor(
  candidate: Candidate,
  wholeName = false,
): Words & Pick<SavePatternInput, 'category'> {
  const words = templates[candidate.category](subjectOf(candidate, wholeName));
  return { ...words, category: candidate.category, name: words.name.slice(0, 255) };
}
