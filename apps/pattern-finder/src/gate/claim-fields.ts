import { isTwoSided } from '@warren/contracts';
import type { Evidence } from '@warren/contracts';

/** Text of a claim, as an analyst writes it. */
export interface ClaimedText {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
}

/** Labels of the facets that members of the pattern have; a facet of the rule that none has is left out. */
export function labelsOf({ facets }: Evidence): string[] {
  const carried = facets.filter(({ in_pattern }) => in_pattern > 0);
  return carried.flatMap(({ key, label }) => [label, key.slice(key.indexOf(':') + 1)]);
}

/** Labels of the facets that nobody in the pattern has, since its rule leaves out who has them. */
export function lackedLabelsOf({ facets, rule }: Evidence): string[] {
  const sides = rule === undefined ? [] : isTwoSided(rule) ? [rule.givers, rule.seekers] : [rule];
  const lacked = new Set(sides.flatMap(({ none_of = [] }) => none_of));
  return facets
    .filter(({ key, in_pattern }) => lacked.has(key) && in_pattern === 0)
    .flatMap(({ key, label }) => [label, key.slice(key.indexOf(':') + 1)]);
}

/** Texts of a claim with the names of their fields, in the order in which they are sent to `community.named-facets`. */
export function fieldsOf(claimed: ClaimedText): { field: string; text: string }[] {
  return [
    { field: 'name', text: claimed.name },
    { field: 'description', text: claimed.description },
    ...claimed.questionPrompts.map((text) => ({ field: 'question_prompts', text })),
  ];
}
