import { truncate } from '../../ui/chart/truncate.ts';
import type { PlacedCircle } from './layout.ts';

/** Label that was placed: its text and anchor. */
export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const sign = 6.6;
const lineHeight = 14;
const gap = 4;
const longest = 22;

/**
 * Places labels for as many circles as have room, earlier ones first: beside the circle, else below or above
 * it. No label overlaps another label or a circle, or leaves the picture.
 */
export function placeLabels(
  circles: readonly PlacedCircle[],
  labelOf: (key: string) => string,
  { width, height }: { width: number; height: number },
): PlacedLabel[] {
  const taken: Box[] = circles.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  return circles.flatMap((circle, own) => {
    const text = truncate(labelOf(circle.key), longest);
    const chosen = positionsOf(circle, text).find(({ box }) => {
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return inside && !taken.some((other, at) => at !== own && overlaps(box, other));
    });
    if (chosen === undefined) {
      return [];
    }
    taken.push(chosen.box);
    return [chosen.label];
  });
}

function positionsOf({ key, x, y, r }: PlacedCircle, text: string): { label: PlacedLabel; box: Box }[] {
  const length = Array.from(text).length * sign;
  const at = (anchor: PlacedLabel['anchor'], from: number, middle: number) => {
    const left = anchor === 'start' ? from : anchor === 'end' ? from - length : from - length / 2;
    return {
      label: { key, text, x: from, y: middle + 4, anchor },
      box: { left, right: left + length, top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 },
    };
  };
  return [
    at('start', x + r + gap, y),
    at('end', x - r - gap, y),
    at('middle', x, y + r + gap + lineHeight / 2),
    at('middle', x, y - r - gap - lineHeight / 2),
  ];
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
