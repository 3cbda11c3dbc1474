import { Rejection } from '../../../evidence/rejection.ts';

/** Members whose ids are in what the model was shown: those it may refer to. */
export function shownMembers(data: readonly unknown[]): ReadonlySet<number> {
  const shown = new Set<number>();
  data.forEach((value) => collect(value, shown));
  return shown;
}

/** Collects `member_id` and `member_ids`. Members' texts are strings, and are not parsed. */
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

/** @throws Rejection if an id was not shown: it is a guess, even if it exists */
export function assertShown(ids: readonly number[], shown: ReadonlySet<number>): void {
  const guessed = ids.filter((id) => !shown.has(id)).length;
  if (guessed > 0) {
    throw new Rejection(
      'unknown_member',
      `${guessed} of the member ids were not shown in this run: take ids from read_profiles, evaluate_rule or get_member_profiles.`,
    );
  }
}
