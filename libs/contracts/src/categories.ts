import { z } from 'zod';
import type { FacetKind } from './facets.ts';

/** Category of a pattern; each has a test and a basis of its own. */
export const PatternCategory = z.enum([
  'skill_cluster',
  'interest_theme',
  'collaboration_opportunity',
  'community_strength',
  'cross_domain',
]);
export type PatternCategory = z.infer<typeof PatternCategory>;

/** Properties of a category, apart from the code that finds it and its templates. */
interface CategoryTerms {
  /** Heading over its patterns. */
  title: string;
  /** Short name for a narrow column of a table: "strength". */
  short: string;
  /** Description for readers: "Interests that go together". */
  about: string;
  /** Heading in the report of `npm run mine`. */
  heading: string;
  /** Meaning for the analyst, as the rest of the line "- skill_cluster: " of its instructions. */
  meaning: string;
  /** Folded names by which a focus area matches it, singular and irregular plural. */
  aliases: readonly string[];
  /** Required form of the rule: two sides, or one, optionally over facets of a single kind. */
  rule: { sides: 2 } | { sides: 1; only?: FacetKind };
  /** Allowed basis: the share of the membership, or any other basis. */
  standsOn: 'share' | 'any_other';
}

/** Categories in the order of display. The colour of each is a line of `apps/web/src/styles/tokens.css`. */
export const categories: Record<PatternCategory, CategoryTerms> = {
  skill_cluster: {
    title: 'Skill clusters',
    short: 'skill cluster',
    about: 'Skills that go together in the same people',
    heading: 'Skills that go together',
    meaning: 'skills that go together in the same people.',
    aliases: ['skill cluster', 'cluster'],
    rule: { sides: 1, only: 'skill' },
    standsOn: 'any_other',
  },
  interest_theme: {
    title: 'Interest themes',
    short: 'interest theme',
    about: 'Interests that go together',
    heading: 'Interests that go together',
    meaning: 'interests that do.',
    aliases: ['interest theme', 'theme'],
    rule: { sides: 1, only: 'interest' },
    standsOn: 'any_other',
  },
  collaboration_opportunity: {
    title: 'Collaborations',
    short: 'collaboration',
    about: 'What some look for and others offer, and groups that could meet',
    heading: 'People to bring together',
    meaning:
      'what some look for and others offer, or two groups that keep apart; its rule has givers and seekers.',
    aliases: [
      'collaboration opportunity',
      'collaboration opportunities',
      'collaboration',
      'opportunity',
      'opportunities',
    ],
    rule: { sides: 2 },
    standsOn: 'any_other',
  },
  community_strength: {
    title: 'Strengths',
    short: 'strength',
    about: 'What much of the community has in common',
    heading: 'Strengths',
    meaning: 'what a good part of the membership shares.',
    aliases: ['community strength', 'strength'],
    rule: { sides: 1 },
    standsOn: 'share',
  },
  cross_domain: {
    title: 'Across domains',
    short: 'cross-domain',
    about: 'Skills, interests, roles and places that meet',
    heading: 'What goes together across skills, interests, roles, traits and places',
    meaning: 'an unexpected meeting of different kinds, or of groups that are usually apart.',
    aliases: ['cross domain', 'cross domain overlap', 'overlap'],
    rule: { sides: 1 },
    standsOn: 'any_other',
  },
};

/** Category whose rules are over facets of this kind alone. */
export function categoryOfKind(kind: string): PatternCategory | undefined {
  return PatternCategory.options.find((category) => {
    const { rule } = categories[category];
    return rule.sides === 1 && rule.only === kind;
  });
}
