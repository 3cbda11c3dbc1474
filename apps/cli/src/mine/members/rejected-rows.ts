import type { Rejection } from '@warren/member-files';

/** A reason for which rows, or values in them, were not taken. */
export interface Rejected {
  /** Field whose value was not taken; `line` for a whole row. */
  field: string;
  reason: string;
  /** Number of rows. */
  count: number;
  /** Places of the first of them. */
  places: number[];
}

const mostReasons = 1_000;
const mostPlaces = 1_000;

/** Collects what was not taken, by reason. */
export class RejectedRows {
  private readonly byReason = new Map<string, Rejected>();

  add(line: number, rejections: readonly Rejection[]): void {
    for (const { field, reason } of rejections) {
      this.join([{ field, reason, count: 1, places: [line] }]);
    }
  }

  /** Adds what was not taken of later rows. */
  join(later: readonly Rejected[]): void {
    for (const { field, reason, count, places } of later) {
      const key = `${field}: ${reason}`;
      const known = this.byReason.get(key);
      if (known !== undefined) {
        known.count += count;
        known.places.push(...places.slice(0, mostPlaces - known.places.length));
      } else if (this.byReason.size < mostReasons) {
        this.byReason.set(key, { field, reason, count, places: [...places] });
      }
    }
  }

  list(): Rejected[] {
    return [...this.byReason.values()];
  }
}
