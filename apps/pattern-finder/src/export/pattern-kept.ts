import type { PatternKept } from '@warren/contracts';
import type { PatternRow } from '../patterns/pattern.entity.ts';

/** Observation by which a member joined or left a pattern. */
export interface Observed {
  readonly run_id: number | null;
  readonly observed_at: Date | string;
  readonly joined: boolean;
}

/** What a pattern has of one member, and nothing of the others. */
export function patternKept(
  { id, name, category, isActive, relatedMemberIds, evidence }: PatternRow,
  memberId: number,
  observed: readonly Observed[],
): PatternKept {
  const isBridge = evidence.bridges?.includes(memberId) === true;
  const gives = isBridge || evidence.sides?.givers.includes(memberId) === true;
  const seeks = isBridge || evidence.sides?.seekers.includes(memberId) === true;
  return {
    id,
    name,
    category,
    is_active: isActive,
    is_member: relatedMemberIds.includes(memberId),
    side: gives && seeks ? 'both' : gives ? 'giver' : seeks ? 'seeker' : null,
    quotes: (evidence.quotes ?? []).filter(({ member_id }) => member_id === memberId),
    pairs: (evidence.pairs ?? []).flatMap(({ giver, seeker, facet }) => [
      ...(giver === memberId ? [{ role: 'giver' as const, facet }] : []),
      ...(seeker === memberId ? [{ role: 'seeker' as const, facet }] : []),
    ]),
    history: observed.map(({ run_id, observed_at, joined }) => ({
      run_id,
      observed_at: new Date(observed_at).toISOString(),
      change: joined ? 'joined' : 'left',
    })),
  };
}
