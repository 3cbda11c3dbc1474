import { z } from 'zod';
import { Text } from './values/text.ts';

/**
 * Kinds of facet that Warren reads from a profile, and `theme`, what a model finds in its texts; each is mined with a null
 * model of its own.
 */
export const FacetKind = z.enum(['skill', 'interest', 'looking_for', 'trait', 'role', 'location', 'theme']);
export type FacetKind = z.infer<typeof FacetKind>;

/** Key of a facet: `kind:folded label`, e.g. `skill:user experience`. */
export const FacetKey = Text.max(300)
  .regex(new RegExp(`^(${FacetKind.options.join('|')}):\\S(.*\\S)?$`, 's'), {
    error: 'a facet key is a kind, a colon and a folded label, e.g. "skill:javascript"',
  })
  .describe('Facet key: kind, colon, canonical folded label, e.g. "skill:javascript"');
export type FacetKey = z.infer<typeof FacetKey>;

/** Facet of a pattern, with the members who carry it, inside the pattern and in the whole community. */
export const FacetCount = z.object({
  key: FacetKey,
  label: z.string().describe('As most members write it'),
  in_pattern: z.int().min(0).describe('Members of the pattern who carry the facet'),
  in_community: z.int().min(0).describe('Analysed members who carry the facet'),
});
export type FacetCount = z.infer<typeof FacetCount>;

/** A facet count before its label is looked up: the mining knows keys alone. */
export type UnlabelledFacetCount = Omit<FacetCount, 'label'>;

/** The kind a facet key belongs to. */
export function facetKind(key: FacetKey): FacetKind {
  return FacetKind.parse(key.slice(0, key.indexOf(':')));
}
