import { z } from 'zod';
import { FacetKey } from './facets.ts';
import { Text } from './values/text.ts';

const counted = z.int().min(0);

/** Name of a community. */
export const CommunityName = z.object({
  name: Text.describe('As the operator writes it'),
  sample: z.boolean().describe('Whether it is the sample, whose people are made up'),
});
export type CommunityName = z.infer<typeof CommunityName>;

/** Facet of the network. */
export const NetworkFacet = z.object({
  key: FacetKey,
  label: z.string().describe('As most members write it'),
  in_community: counted.describe('Analysed members who carry the facet'),
  cluster: counted.describe('Place of its cluster in `clusters`'),
});
export type NetworkFacet = z.infer<typeof NetworkFacet>;

/** Link between two facets that go together more than the null model explains. */
export const NetworkLink = z.object({
  a: FacetKey,
  b: FacetKey,
  observed: counted.describe('Members who carry both'),
  expected: z.number().min(0).describe('Members expected to, under the null model'),
  lift: z.number().min(0).describe('observed / expected'),
  lift_low: z.number().min(0).describe('Lower end of the 95 % interval of lift'),
  lift_high: z.number().min(0).describe('Upper end of the 95 % interval of lift'),
  q_value: z.number().min(0).max(1).describe('Benjamini–Hochberg adjusted over every set tested'),
});
export type NetworkLink = z.infer<typeof NetworkLink>;

/** Cluster of the network. */
export const NetworkCluster = z.object({ topic: z.string().nullable(), facets: z.int().min(1) });
export type NetworkCluster = z.infer<typeof NetworkCluster>;

/** Network of the most informative facets of a community, linked where two go together beyond chance. */
export const FacetNetwork = z.object({
  revision: counted.describe('Grows with every change of the membership'),
  total_active_members: counted,
  facets: z.array(NetworkFacet).max(100).describe('Those of the most surprising links, most carried first'),
  links: z.array(NetworkLink).max(300).describe('Most surprising first'),
  clusters: z
    .array(NetworkCluster)
    .describe('Largest first; `topic` is a short title where one covers most of its facets'),
  null_model: z.string().describe('Name and version of the null model'),
});
export type FacetNetwork = z.infer<typeof FacetNetwork>;

/** Facet that members look for, with the number who have it. */
export const DemandedFacet = z.object({
  key: FacetKey.describe('The wish'),
  label: z.string(),
  seekers: z.int().min(1).describe('Analysed members who look for it'),
  givers: counted.describe('Analysed members who have it'),
  both: counted
    .nullable()
    .describe('Analysed members who look for it and have it too; null for viewers, where these are few'),
  answer: FacetKey.nullable().describe('What givers have: a skill, else an interest; null where nobody does'),
});
export type DemandedFacet = z.infer<typeof DemandedFacet>;

/** Demand of a community: what members look for, and how many have it. */
export const CommunityDemand = z.object({
  revision: counted.describe('Grows with every change of the membership'),
  total_active_members: counted,
  wishes: z.array(DemandedFacet).max(100).describe('Most wanted first'),
});
export type CommunityDemand = z.infer<typeof CommunityDemand>;
