import { isWish, kindOf, labelOf } from '../membership/facet-keys.ts';

/** Kinds whose facets are something to give, the preferred one first; an interest is one where there is no other. */
const kinds = ['skill', 'role', 'trait', 'theme', 'interest'];

/**
 * The facets of a membership that answer each of its wishes, preferred first: skills, roles, traits and themes of its label, or
 * interests where nobody has any of these. Wishes that nobody answers are left out.
 * @param meaning label that the label of a role or trait means as a wish: "drums" of "drummer"
 */
export function answersOf(
  facets: readonly string[],
  meaning: (label: string) => string = (label) => label,
): Map<string, string[]> {
  const answers = new Map<string, string[]>(facets.filter(isWish).map((wish) => [wish, []]));
  for (const kind of kinds) {
    for (const facet of facets) {
      const label = labelOf(facet);
      if (kindOf(facet) !== kind) {
        continue;
      }
      const meant = kind === 'role' || kind === 'trait' ? new Set([label, meaning(label)]) : [label];
      for (const wished of meant) {
        const found = answers.get(`looking_for:${wished}`);
        if (found !== undefined && (kind !== 'interest' || found.length === 0)) {
          found.push(facet);
        }
      }
    }
  }
  return new Map([...answers].filter(([, found]) => found.length > 0));
}
