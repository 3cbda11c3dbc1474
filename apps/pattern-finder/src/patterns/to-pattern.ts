import type { Pattern } from '@warren/contracts';
import { stateSinceReport } from './life-cycle.ts';
import type { Observed } from './life-cycle.ts';
import type { PatternRow } from './pattern.entity.ts';
import { renderDescription, fillPlaceholders } from './placeholders.ts';

/** A pattern as the contracts show it, with its latest observations, oldest first. */
export function toPattern(row: PatternRow, observations: readonly Observed[]): Pattern {
  const holds = observations.at(-1)?.holds ?? (row.isActive || row.dismissed);
  const { state, sinceRunId, joined, left } = stateSinceReport(row, observations);
  return {
    id: row.id,
    name: row.name,
    description: renderDescription(row.description, row.evidence, holds),
    category: row.category,
    member_count: row.memberCount,
    related_member_ids: row.relatedMemberIds,
    evidence: row.evidence,
    question_prompts: row.questionPrompts.map((prompt) => fillPlaceholders(prompt, row.evidence)),
    is_active: row.isActive,
    holds,
    held: row.heldAt ? { since: row.heldAt.toISOString(), reasons: row.holdReasons } : null,
    reading: row.reading ?? null,
    published: row.publication === 'current',
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
    state,
    since_run_id: sinceRunId,
    member_change: sinceRunId === null ? null : joined.length - left.length,
    joined_count: joined.length,
    left_count: left.length,
    pinned: row.pinned,
    dismissed_because: row.dismissedBecause ?? null,
    analyst: row.analyst,
    run_id: row.runId ?? null,
  };
}
