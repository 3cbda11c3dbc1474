import { z } from 'zod';
import { PatternCategory, PatternState } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';

const id = z.number().int().positive();

/** Orders of the list. */
export const orders = ['members', 'name', 'latest', 'lift'] as const;
export type Order = (typeof orders)[number];

/** Search parameters of the list: nothing in them names a member. Invalid values are dropped. */
export const PatternsSearch = z.object({
  // the router reads ?q=2026 as a number
  q: z
    .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
    .pipe(z.string().max(200))
    .optional()
    .catch(undefined),
  category: PatternCategory.optional().catch(undefined),
  /** active ones if absent */
  state: z
    .union([PatternState, z.literal('all')])
    .optional()
    .catch(undefined),
  member: id.optional().catch(undefined),
  run: id.optional().catch(undefined),
  sort: z.enum(orders).optional().catch(undefined),
});
export type PatternsSearch = z.infer<typeof PatternsSearch>;

/** Checks whether any filter is set. */
export function isNarrowed({ q, category, state, member, run }: PatternsSearch): boolean {
  return [q, category, state, member, run].some((given) => given !== undefined);
}

/** Leaves out the filters that the server refuses to viewers, or that need what it does not tell them. */
export function forViewers({ category, state, sort }: PatternsSearch): PatternsSearch {
  return { category, state, sort };
}

/** Filters and sorts the patterns that the server lists; pinned ones first. */
export function shown(
  patterns: readonly Pattern[],
  { category, state, sort }: PatternsSearch,
  ofRun: ReadonlySet<number> | undefined,
): Pattern[] {
  return patterns
    .filter(
      (pattern) =>
        (category === undefined || pattern.category === category) &&
        (state === undefined || state === 'all' || pattern.state === state) &&
        (ofRun === undefined || ofRun.has(pattern.id)),
    )
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || compare[sort ?? 'members'](a, b) || a.id - b.id);
}

const compare: Record<Order, (a: Pattern, b: Pattern) => number> = {
  members: (a, b) => b.member_count - a.member_count,
  name: (a, b) => a.name.localeCompare(b.name),
  latest: (a, b) => b.updated_at.localeCompare(a.updated_at),
  lift: (a, b) => (b.evidence.statistics.lift_low ?? -1) - (a.evidence.statistics.lift_low ?? -1),
};
