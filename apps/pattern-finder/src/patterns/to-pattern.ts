import type { Pattern } from '@warren/contracts';
import { stateOf } from './life-cycle.ts';
import type { Measured } from './life-cycle.ts';
import { tellDescription, tellWords } from './prose.ts';
import type { PatternRow } from './pattern.entity.ts';

/** A pattern as the contracts show it; `observations` are its latest, newest first. */
export function toPattern(row: PatternRow, observations: readonly Measured[]): Pattern {
  return {
    id: row.id,
    name: row.name,
    description: tellDescription(row.description, row.evidence),
    category: row.category,
    member_count: row.memberCount,
    related_member_ids: row.relatedMemberIds,
    evidence: row.evidence,
    question_prompts: row.questionPrompts.map((prompt) => tellWords(prompt, row.evidence)),
    is_active: row.isActive,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    version: row.version,
    state: stateOf(row.isActive, observations[0], observations[1]),
    member_change: memberChange(observations),
    pinned: row.pinned,
    analyst: row.analyst,
    run_id: row.runId ?? null,
  };
}

function memberChange([latest, before]: readonly Measured[]): number | null {
  return latest === undefined || before === undefined ? null : latest.memberCount - before.memberCount;
}
