import { randomNumbers } from '@warren/testing';

/** A request of a client. `twice` sends it two times at once, under one key. */
export interface PlannedRequest {
  atMs: number;
  what: 'discover' | 'refresh' | 'import';
  key: string | undefined;
  twice: boolean;
}

/** A fault of the table, when it begins, how long it lasts, and which of several things it hits (in [0, 1)). */
interface PlannedFault {
  atMs: number;
  name: string;
  forMs: number;
  pick: number;
}

export interface Schedule {
  seed: number;
  requests: PlannedRequest[];
  faults: PlannedFault[];
}

const shareWithKey = 0.6;
const shareSentTwice = 0.3;
const shareOfOverlaps = 0.3;

/**
 * A schedule from a seed alone: `runs` requested over time, mostly discoveries, and faults one after the other, some of
 * which begin before the last was healed. Each fault comes once before any comes twice.
 */
export function makeSchedule(options: {
  seed: number;
  runs: number;
  lengthMs: number;
  faults: readonly string[];
}): Schedule {
  const { seed, runs, lengthMs } = options;
  const random = randomNumbers(seed);
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  const requests = Array.from({ length: runs }, (_, index): PlannedRequest => {
    const key = random() < shareWithKey ? `chaos-${seed}-${index}` : undefined;
    return {
      atMs: between(0, lengthMs),
      what: random() < 0.25 ? 'refresh' : 'discover',
      key,
      twice: key !== undefined && random() < shareSentTwice,
    };
  });
  for (let atMs = between(2_000, 6_000); atMs < lengthMs; atMs += between(3_000, 9_000)) {
    requests.push({ atMs, what: 'import', key: undefined, twice: false });
  }
  const faults: PlannedFault[] = [];
  let left: string[] = [];
  for (let atMs = between(500, 1_500); atMs < lengthMs && options.faults.length > 0;) {
    if (left.length === 0) {
      left = [...options.faults];
    }
    const [name = ''] = left.splice(Math.floor(random() * left.length), 1);
    const forMs = between(500, 4_000);
    faults.push({ atMs, name, forMs, pick: random() });
    atMs += random() < shareOfOverlaps ? between(100, forMs) : forMs + between(300, 2_000);
  }
  return { seed, requests: requests.sort((a, b) => a.atMs - b.atMs), faults };
}
