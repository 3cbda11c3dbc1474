import { Rejection } from '../../../evidence/rejection.ts';
import type { Turn } from '../conversation.ts';

/** The members whose ids stand in the tool results of these turns: those the model may speak of. */
export function shownMembers(turns: readonly Turn[]): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const { results } of turns) {
    for (const { content, is_error } of results ?? []) {
      if (is_error !== true && typeof content === 'string') {
        collect(JSON.parse(content), shown);
      }
    }
  }
  return shown;
}

/** Ids that a tool shows: `member_id` and `member_ids`. What members wrote stays a string, and is not looked into. */
function collect(value: unknown, shown: Set<number>): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (key === 'member_id' && typeof item === 'number') {
      shown.add(item);
    } else if (key === 'member_ids' && Array.isArray(item)) {
      item.forEach((id: unknown) => typeof id === 'number' && shown.add(id));
    } else {
      collect(item, shown);
    }
  }
}

/** @throws Refused where an id was not shown: it is a guess, whoever it may belong to */
export function ensureShown(ids: readonly number[], shown: ReadonlySet<number>): void {
  const guesses = ids.filter((id) => !shown.has(id)).length;
  if (guesses > 0) {
    throw new Rejection(
      'unknown_member',
      `${guesses} of the member ids were not shown in this run: take ids from evaluate_rule or get_member_profiles.`,
    );
  }
}
