import { Run } from '@warren/contracts';
import type { RunRow } from './run.entity.ts';

/** Converts a run to its contract. */
export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    reason: row.reason ?? null,
    focus_areas: row.focusAreas,
    analyst: row.analyst,
    model: row.model ?? null,
    turns: row.turns,
    spend: {
      input_tokens: row.inputTokens,
      output_tokens: row.outputTokens,
      cache_read_tokens: row.cacheReadTokens,
      cache_write_tokens: row.cacheWriteTokens,
      cost_usd: row.costUsd ?? null,
      uncertain_usd: row.uncertainUsd,
    },
    max_cost: row.maxCost ?? null,
    patterns: row.patterns,
    held: row.heldPatterns.length,
    rejected: row.rejected,
    response_text: row.responseText,
    tested: row.tested ?? null,
    reading: row.reading ?? null,
    themes: row.themes ?? null,
    introductions: { proposed: row.proposedIntroductions, held: row.heldIntroductions },
    starts: row.starts,
    worker: row.worker ?? null,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}
