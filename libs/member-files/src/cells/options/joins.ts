import type { UnitCounts } from './counts.ts';
import { beginsJoining, beginsLower } from './writing.ts';
import type { Writing } from './writing.ts';

/** Two units that are one option, or its beginning, and how often they stand side by side. */
export interface Join {
  a: number;
  b: number;
  count: number;
}

/** Answers that part what is one option otherwise (an option was renamed, a piece was typed under "Other"). */
const slack = (count: number): number => (count < 100 ? 0 : Math.floor(0.01 * count));

/**
 * Finds units that belong together: two that never occur without each other, side by side in one order; one with several
 * neighbours none of which occurs without it ("Music, playing" and "Music, listening"); a piece in lower case that
 * always goes on with the same one. How often that must have been seen depends on how the column is written: two things
 * that few people typed together are two things. `capitalsGoOn`: options of this column are known to hold a comma before
 * a capital.
 */
export function findJoins(
  counts: UnitCounts,
  writing: Writing,
  textOf: (unit: number) => string,
  capitalsGoOn: boolean,
): Join[] {
  const { all, after, before } = counts;
  const countOf = (unit: number): number => all.get(unit) ?? 0;
  const goesOn = (unit: number): boolean => {
    const text = textOf(unit);
    return writing.cased && beginsLower(text) && !writing.typed.has(text);
  };
  const needsA = (a: number, count: number): boolean => countOf(a) - count <= slack(countOf(a));

  const pairs: Join[] = [];
  for (const [a, followers] of after) {
    for (const [b, count] of followers) {
      if (
        a !== b &&
        needsA(a, count) &&
        needsA(b, count) &&
        count >= enough(textOf(b), goesOn(b), writing, capitalsGoOn)
      ) {
        pairs.push({ a, b, count });
      }
    }
  }
  if (pairs.length > 0) {
    return mostSeen(pairs);
  }

  const groups: Join[] = [];
  for (const [around, side] of [
    [before, 'before'],
    [after, 'after'],
  ] as const) {
    for (const [unit, neighbours] of around) {
      const total = neighbours.values().reduce((sum, count) => sum + count, 0);
      const members = Array.from(neighbours).filter(([, count]) => count > slack(countOf(unit)));
      const isWhole =
        members.length > 1 &&
        countOf(unit) - total <= slack(countOf(unit)) &&
        members.every(([other, count]) => other !== unit && needsA(other, count));
      const later = side === 'before' ? [unit] : members.map(([other]) => other);
      if (
        isWhole &&
        total >= (!writing.closed ? Math.max(40, 0.02 * writing.answers) : later.every(goesOn) ? 2 : 6)
      ) {
        groups.push(
          ...members.map(([other, count]) =>
            side === 'before' ? { a: other, b: unit, count } : { a: unit, b: other, count },
          ),
        );
      }
    }
    if (groups.length > 0) {
      return mostSeen(groups);
    }
  }
  return writing.closed ? mostSeen(findSharing(counts, writing, goesOn, needsA)) : [];
}

/** How often two units must have been seen to be one option; more in a large column, where few may have typed both. */
function enough(later: string, goesOn: boolean, { answers, closed }: Writing, capitalsGoOn: boolean): number {
  if (!closed) {
    return Math.max(goesOn ? 12 : 25, 0.02 * answers);
  }
  if (goesOn) {
    return answers <= 120 ? 1 : Math.max(2, 0.002 * answers);
  }
  const isLast = beginsJoining(later) || /\s(?:&|and|or|und|oder|et|ou|y|e|o|en)\s/.test(later);
  const fewer = capitalsGoOn && answers <= 120 ? 2 : 0;
  return Math.max((isLast ? 4 : 6) - fewer, 0.005 * answers);
}

/** Units that only one side needs: the other is an option of its own, or a part of several. */
function findSharing(
  counts: UnitCounts,
  { answers, ordered }: Writing,
  goesOn: (unit: number) => boolean,
  needs: (unit: number, count: number) => boolean,
): Join[] {
  const found: Join[] = [];
  for (const [a, followers] of counts.after) {
    for (const [b, count] of followers) {
      if (a === b || !(needs(a, count) || needs(b, count))) {
        continue;
      }
      const shared = needs(a, count) ? b : a;
      const chance = ((counts.all.get(shared) ?? 0) / answers) ** count;
      // of two options that stand side by side in the form one may imply the other, and be no part of it
      const isPart = ordered ? (counts.repeated.get(shared) ?? 0) >= 2 : count >= 8;
      if (goesOn(b) ? count >= 3 && chance < 1e-3 : isPart && count >= 5 && chance < 1e-5) {
        found.push({ a, b, count });
      }
    }
  }
  return found;
}

/** The joins seen most, of which no two share a unit in a way that the order of joining would decide. */
function mostSeen(joins: Join[]): Join[] {
  const taken = new Set<number>();
  const behind = new Set<number>();
  return joins
    .toSorted((one, other) => other.count - one.count || one.a - other.a || one.b - other.b)
    .filter(({ a, b }) => {
      if (taken.has(b) || behind.has(a)) {
        return false;
      }
      taken.add(a);
      behind.add(b);
      return true;
    });
}
