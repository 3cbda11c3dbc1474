import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { FacetNetwork } from '@warren/contracts';

/** Circle of a facet in the picture, in pixels. */
export interface PlacedCircle {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Node extends SimulationNodeDatum {
  key: string;
  r: number;
}

const ticks = 300;
/** Margins for labels beside the outermost circles, and above and below. */
const aside = 56;
const above = 18;
const smallest = 4;
/** Angle that spreads points on a spiral evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Strength of a link, for its pull and its line width: log2 of the lower bound of lift. */
export function strengthOf({ lift_low }: { lift_low: number }): number {
  return Math.min(5, Math.log2(Math.max(1.05, lift_low)));
}

/** Computes a layout in which linked facets lie together; deterministic for a given network. */
export function layoutNetwork(
  { facets, links }: Pick<FacetNetwork, 'facets' | 'links'>,
  { width, height }: { width: number; height: number },
): Map<string, PlacedCircle> {
  const most = Math.max(1, ...facets.map(({ in_community }) => in_community));
  const largest = width < 500 ? 11 : 17;
  const nodes: Node[] = facets.map(({ key, in_community, cluster }, place) => ({
    key,
    r: smallest + (largest - smallest) * Math.sqrt(in_community / most),
    // clusters start at a distance: two that overlap never separate
    ...onSpiral(cluster, 110, onSpiral(place, 3)),
  }));
  const joined: (SimulationLinkDatum<Node> & { lift_low: number })[] = links.map(({ a, b, lift_low }) => ({
    source: a,
    target: b,
    lift_low,
  }));
  const shape = height / Math.max(1, width);
  forceSimulation(nodes)
    .force(
      'links',
      forceLink<Node, (typeof joined)[number]>(joined)
        .id(({ key }) => key)
        .distance(46)
        .strength((link) => 0.15 + 0.12 * strengthOf(link)),
    )
    .force('apart', forceManyBody().strength(-130).distanceMax(260))
    .force('x', forceX(0).strength(0.075 * Math.min(1, shape)))
    .force('y', forceY(0).strength(0.075 * Math.min(1, 1 / shape)))
    // leaves room for a label beside a circle, not above it
    .force('room', forceCollide<Node>(({ r }) => r + 9).iterations(2))
    .stop()
    .tick(ticks);
  return scaleToFit(nodes, { width, height });
}

function onSpiral(
  place: number,
  step: number,
  around: { x: number; y: number } = { x: 0, y: 0 },
): { x: number; y: number } {
  const [radius, angle] = [step * Math.sqrt(place), place * goldenAngle];
  return { x: around.x + radius * Math.cos(angle), y: around.y + radius * Math.sin(angle) };
}

function scaleToFit(nodes: readonly Node[], { width, height }: { width: number; height: number }) {
  const [left, right] = spread(nodes.map(({ x }) => x ?? 0));
  const [top, bottom] = spread(nodes.map(({ y }) => y ?? 0));
  const scaleX = (width - 2 * aside) / Math.max(1, right - left);
  const scaleY = (height - 2 * above) / Math.max(1, bottom - top);
  // a few facets need not fill a large picture
  const [byX, byY] = [Math.min(scaleX, 2.2), Math.min(scaleY, 2.2)];
  return new Map(
    nodes.map(({ key, x = 0, y = 0, r }): [string, PlacedCircle] => [
      key,
      {
        key,
        x: width / 2 + (x - (left + right) / 2) * byX,
        y: height / 2 + (y - (top + bottom) / 2) * byY,
        r,
      },
    ]),
  );
}

function spread(values: readonly number[]): [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}
