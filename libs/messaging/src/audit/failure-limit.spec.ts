import { describe, expect, it } from '@jest/globals';
import { FailureLimit } from './failure-limit.ts';

describe('the limit of recorded failures', () => {
  it('admits five alike in a minute, and then tells how many it left out', () => {
    const limit = new FailureLimit();
    const admitted = Array.from({ length: 8 }, (_, at) => limit.admit('ada erases', at));
    expect(admitted).toEqual([
      ...Array.from({ length: 5 }, () => ({ omitted: 0 })),
      ...[1, 2, 3].map(() => undefined),
    ]);
    expect(limit.admit('ada erases', 60_000)).toEqual({ omitted: 3 });
    expect(limit.admit('ada erases', 60_001)).toEqual({ omitted: 0 });
  });

  it('counts each kind by itself, up to a number of kinds', () => {
    const limit = new FailureLimit();
    const first = Array.from({ length: 1_001 }, (_, at) => limit.admit(`kind ${at}`, 0));
    expect(first.filter((it) => it !== undefined)).toHaveLength(1_000);
    expect(limit.admit('kind 0', 1)).toEqual({ omitted: 1 });
  });
});
