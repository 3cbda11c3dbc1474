import { countUnits, joinUnits } from './counts.ts';
import type { UnitList } from './counts.ts';
import { findJoins } from './joins.ts';
import type { PieceList } from './pieces.ts';
import { beginsLower, writingOf } from './writing.ts';

/** Most rounds of joining; an option of n pieces takes n - 1 at most. */
const mostRounds = 100;

/**
 * Finds the options that hold commas themselves ("Marketing, PR & communications") from how the pieces between commas
 * occur over a column; each as its pieces. Lists that people typed have none. Time is linear in the pieces.
 */
export function findOptions(lists: readonly PieceList[]): string[][] {
  const ids = new Map<string, number>();
  const units: (readonly string[])[] = [];
  const idOf = (piece: string): number => {
    const known = ids.get(piece);
    if (known !== undefined) {
      return known;
    }
    ids.set(piece, units.length);
    return units.push([piece]) - 1;
  };
  const unitLists: UnitList[] = lists.map(({ pieces, count }) => ({ units: pieces.map(idOf), count }));
  const writing = writingOf(lists);
  const textOf = (unit: number): string => units[unit]?.[0] ?? '';
  let capitalsGoOn = false;
  for (let round = 0; round < mostRounds; round += 1) {
    const joins = findJoins(countUnits(unitLists), writing, textOf, capitalsGoOn);
    if (joins.length === 0) {
      break;
    }
    for (const { a, b } of joins) {
      capitalsGoOn ||= !beginsLower(textOf(b));
      joinUnits(unitLists, a, b, units.push([...(units[a] ?? []), ...(units[b] ?? [])]) - 1);
    }
  }
  const left = new Set(unitLists.flatMap((list) => list.units));
  return Array.from(left, (unit) => [...(units[unit] ?? [])]).filter((pieces) => pieces.length > 1);
}
