import type { FacetNetwork } from '@warren/contracts';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

/** A facet in the picture: where its circle lies, and how large it is, in pixels. */
export interface Placed {
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
/** Room for labels beside the outermost circles, and above and below. */
const aside = 56;
const above = 18;
const smallest = 4;
/** A turn by which points on a spiral are spread evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** How much a link pulls, and how thick it is drawn: by how many times at the least, in doublings. */
export function strengthOf({ lift_low }: { lift_low: number }): number {
  return Math.min(5, Math.log2(Math.max(1.05, lift_low)));
}

/** Places facets so that linked ones lie together, within a picture; the same network is always placed the same. */
export function layOut(
  { facets, links }: Pick<FacetNetwork, 'facets' | 'links'>,
  { width, height }: { width: number; height: number },
): Map<string, Placed> {
  const most = Math.max(1, ...facets.map(({ in_community }) => in_community));
  const largest = width < 500 ? 11 : 17;
  const nodes: Node[] = facets.map(({ key, in_community, cluster }, place) => ({
    key,
    r: smallest + (largest - smallest) * Math.sqrt(in_community / most),
    // each cluster begins by itself: two that lie within each other never get apart
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
    // room for a label is wanted beside a circle, not above it
    .force('room', forceCollide<Node>(({ r }) => r + 9).iterations(2))
    .stop()
    .tick(ticks);
  return fitted(nodes, { width, height });
}

function onSpiral(
  place: number,
  step: number,
  around: { x: number; y: number } = { x: 0, y: 0 },
): { x: number; y: number } {
  const [radius, angle] = [step * Math.sqrt(place), place * goldenAngle];
  return { x: around.x + radius * Math.cos(angle), y: around.y + radius * Math.sin(angle) };
}

function fitted(nodes: readonly Node[], { width, height }: { width: number; height: number }) {
  const [left, right] = spread(nodes.map(({ x }) => x ?? 0));
  const [top, bottom] = spread(nodes.map(({ y }) => y ?? 0));
  const scaleX = (width - 2 * aside) / Math.max(1, right - left);
  const scaleY = (height - 2 * above) / Math.max(1, bottom - top);
  // few facets in a large picture need not fly apart
  const [byX, byY] = [Math.min(scaleX, 2.2), Math.min(scaleY, 2.2)];
  return new Map(
    nodes.map(({ key, x = 0, y = 0, r }): [string, Placed] => [
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
