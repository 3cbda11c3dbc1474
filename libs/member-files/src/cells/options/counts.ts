/** An answer as the units it holds now, and how often it was given. */
export interface UnitList {
  units: number[];
  count: number;
}

/** How often units occur, first, twice in an answer, and behind each other. */
export interface UnitCounts {
  all: ReadonlyMap<number, number>;
  /** Answers that begin with the unit. */
  first: ReadonlyMap<number, number>;
  /** Answers that hold the unit more than once: no option is ticked twice. */
  repeated: ReadonlyMap<number, number>;
  /** By a unit, those directly behind it. */
  after: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** By a unit, those directly before it. */
  before: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Counts the units of a column. */
export function countUnits(lists: readonly UnitList[]): UnitCounts {
  const all = new Map<number, number>();
  const first = new Map<number, number>();
  const repeated = new Map<number, number>();
  const after = new Map<number, Map<number, number>>();
  const before = new Map<number, Map<number, number>>();
  for (const { units, count } of lists) {
    const seen = new Set<number>();
    let previous: number | undefined;
    for (const unit of units) {
      add(all, unit, count);
      if (previous === undefined) {
        add(first, unit, count);
      } else {
        add(inner(after, previous), unit, count);
        add(inner(before, unit), previous, count);
      }
      if (seen.has(unit)) {
        add(repeated, unit, count);
      }
      seen.add(unit);
      previous = unit;
    }
  }
  return { all, first, repeated, after, before };
}

function add(counts: Map<number, number>, unit: number, count: number): void {
  counts.set(unit, (counts.get(unit) ?? 0) + count);
}

function inner(maps: Map<number, Map<number, number>>, unit: number): Map<number, number> {
  const found = maps.get(unit);
  if (found !== undefined) {
    return found;
  }
  const made = new Map<number, number>();
  maps.set(unit, made);
  return made;
}

/** Replaces a unit and the one directly behind it by a new unit. */
export function joinUnits(lists: readonly UnitList[], a: number, b: number, joined: number): void {
  for (const { units } of lists) {
    for (let at = 0; at + 1 < units.length; at += 1) {
      if (units[at] === a && units[at + 1] === b) {
        units.splice(at, 2, joined);
      }
    }
  }
}
