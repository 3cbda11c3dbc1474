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

  it('tells how many of a kind it left out with the next of that kind alone', () => {
    const limit = new FailureLimit();
    for (let at = 0; at < 8; at += 1) {
      limit.admit('ada erases', at);
    }
    expect(limit.admit('ben imports', 9)).toEqual({ omitted: 0 });
    expect(limit.admit('ben imports', 60_000)).toEqual({ omitted: 0 });
    expect(limit.admit('ada erases', 180_000)).toEqual({ omitted: 3 });
  });

  it('counts each kind by itself, up to a number of kinds', () => {
    const limit = new FailureLimit();
    const first = Array.from({ length: 1_001 }, (_, at) => limit.admit(`kind ${at}`, 0));
    expect(first.filter((it) => it !== undefined)).toHaveLength(1_000);
    expect(limit.admit('kind 0', 1)).toEqual({ omitted: 0 });
    expect(limit.admit('kind 1000', 60_000)).toEqual({ omitted: 1 });
  });

  it('forgets what it left out first where there are too many kinds', () => {
    const limit = new FailureLimit();
    for (let kind = 0; kind <= 2_001; kind += 1) {
      limit.admit(`kind ${kind}`, 0);
    }
    expect(limit.admit('kind 1000', 60_000)).toEqual({ omitted: 0 });
    expect(limit.admit('kind 2001', 60_000)).toEqual({ omitted: 1 });
  });
});
