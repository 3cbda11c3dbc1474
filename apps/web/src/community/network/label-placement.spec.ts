import { describe, expect, it } from '@jest/globals';
import { placeLabels } from './label-placement.ts';

const size = { width: 400, height: 300 };
const circle = (key: string, x: number, y: number) => ({ key, x, y, r: 8 });

describe('placeLabels', () => {
  it('puts a label beside its circle, on the side that has room', () => {
    const [left, right] = placeLabels([circle('Weaving', 40, 50), circle('Weaving', 380, 200)], String, size);
    expect(left).toMatchObject({ anchor: 'start', x: 52 });
    expect(right).toMatchObject({ anchor: 'end', x: 368 });
  });

  it('places the first labels if there is not room for all', () => {
    const crowd = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((key, at) =>
      circle(key, 200 + at, 150 + at),
    );
    const labels = placeLabels(crowd, String, size);
    expect(labels.length).toBeLessThan(crowd.length);
  });

  it('truncates a label that is too long for any picture', () => {
    const [label] = placeLabels([circle('a', 20, 20)], () => 'x'.repeat(10_000), size);
    expect(label!.text).toHaveLength(22);
  });
});
