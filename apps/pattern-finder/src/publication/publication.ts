import type { PatternChange, PatternSaved } from '@warren/contracts';

/** What consumers of events know of a pattern: nothing yet; that it is there; that it is gone. */
export type Publication = 'none' | 'current' | 'withdrawn';

/** What decides whether consumers are told of a pattern. */
export interface Standing {
  readonly isActive: boolean;
  readonly isHeld: boolean;
  readonly memberCount: number;
}

/** How a version of a pattern is told to consumers. */
export interface Announcement {
  readonly change: PatternSaved['change'];
  /** Without words, members and numbers: consumers learn only that the pattern is gone. */
  readonly withheld: boolean;
  readonly publication: Publication;
}

/** Checks whether consumers are told nothing of a pattern: it waits for the operator, or its group is too small. */
function isWithheld({ isHeld, memberCount }: Standing, smallestGroup: number): boolean {
  return isHeld || memberCount < smallestGroup;
}

/** Checks whether what consumers know of a pattern differs from what they are to know. */
export function isOutdated(known: Publication, standing: Standing, smallestGroup: number): boolean {
  const isTold = standing.isActive && !isWithheld(standing, smallestGroup);
  return isTold !== (known === 'current');
}

/**
 * How a change is told to consumers, so that what they have seen is consistent: the first they hear of a pattern is
 * `created`, and one that may not be told any more is `retired`, though it lives on for the operator.
 * @returns undefined where they are told nothing
 */
export function announcementOf(
  known: Publication,
  standing: Standing,
  change: PatternChange,
  smallestGroup: number,
): Announcement | undefined {
  if (isWithheld(standing, smallestGroup)) {
    return known === 'current' ? { change: 'retired', withheld: true, publication: 'withdrawn' } : undefined;
  }
  if (!standing.isActive) {
    return known === 'none' ? undefined : { change: told(change), withheld: false, publication: 'withdrawn' };
  }
  const first = { none: 'created', withdrawn: 'reactivated', current: told(change) } as const;
  return { change: first[known], withheld: false, publication: 'current' };
}

/** Consumers know nothing of holding and releasing. */
function told(change: PatternChange): PatternSaved['change'] {
  return change === 'held' || change === 'released' ? 'updated' : change;
}
