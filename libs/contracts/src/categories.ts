import { z } from 'zod';
import type { FacetKind } from './facets.ts';

/** What a pattern is about; each category has a test and a basis of its own. */
export const PatternCategory = z.enum([
  'skill_cluster',
  'interest_theme',
  'collaboration_opportunity',
  'community_strength',
  'cross_domain',
]);
export type PatternCategory = z.infer<typeof PatternCategory>;

/** All that is to be known of a category outside the code that finds it and the templates that word it. */
export interface CategoryTerms {
  /** As a heading over several patterns of it. */
  title: string;
  /** In the narrow column of a table: "strength". */
  short: string;
  /** What it is about, for readers: "Interests that go together". */
  about: string;
  /** As a heading of the report of `npm run mine`. */
  heading: string;
  /** What it is for the analyst, as the rest of the line "- skill_cluster: " of its instructions. */
  meaning: string;
  /** Folded words by which a focus area means it; with and without the s of a plural. */
  aliases: readonly string[];
  /** The rule it needs: with two sides, or with one, and then perhaps over facets of a single kind. */
  rule: { sides: 2 } | { sides: 1; only?: FacetKind };
  /** What it may stand on: its share of the membership alone, or any other basis that the measurement has. */
  standsOn: 'share' | 'any_other';
}

/** The categories, in the order in which they are told. Its colour is a line of `apps/web/src/styles/tokens.css`. */
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
    about: 'What some look for and others offer',
    heading: 'People to bring together',
    meaning: 'what some look for and others offer; its rule has givers and seekers.',
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

/** The category whose rules are over facets of this kind alone. */
export function categoryOfKind(kind: string): PatternCategory | undefined {
  return PatternCategory.options.find((category) => {
    const { rule } = categories[category];
    return rule.sides === 1 && rule.only === kind;
  });
}
