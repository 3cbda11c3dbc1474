/**
 * Network in which units are to be handed to takers. A unit is handed over by one of its hubs, to any taker of that hub:
 * hubs stand for all the links between their units and their takers, which may be many more. All lists are compressed
 * sparse rows.
 */
export interface HubNetwork {
  /** The hubs of unit u are `unitHubs[unitStarts[u]..unitStarts[u + 1])`. */
  readonly unitStarts: Uint32Array;
  readonly unitHubs: Uint32Array;
  /** The takers of hub h are `hubTakers[hubStarts[h]..hubStarts[h + 1])`. */
  readonly hubStarts: Uint32Array;
  readonly hubTakers: Uint32Array;
  /** What each taker has already. */
  readonly loads: Uint32Array;
}

/** Units handed over. */
export interface SemiMatching {
  /** Hub that hands over each unit; -1 where none of its hubs has a taker. */
  readonly hubOf: Int32Array;
  /** Units that go from hub to taker, at the places of `hubTakers`. */
  readonly flows: Uint32Array;
  /** What each taker has then. */
  readonly loads: Uint32Array;
}

/** Up to this load every level is filled before the next. */
const evenUpTo = 16;

/**
 * Optimal semi-matching (Harvey, Ladner, Lovász & Tamir 2006): every unit that has a taker is handed over, and the loads of
 * takers are as even as can be. For each load t up to `evenUpTo` as many units as can be are within the first t of their
 * takers, so as many takers as possible have one at all, as in a maximum matching; and the largest load is as small as can
 * be. Levels are filled one after the other by maximum flows (Dinic 1970, on unit networks Hopcroft & Karp 1973): a flow that
 * is augmented further lowers no load. Above `evenUpTo` a level is twice the one before, but at most the average of those
 * who can still be reached, which no assignment stays below.
 */
export function semiMatching(network: HubNetwork): SemiMatching {
  return new Filling(network).fill();
}

class Filling {
  private readonly network: HubNetwork;
  private readonly hubs: number;
  private readonly hubOf: Int32Array;
  private readonly flows: Uint32Array;
  private readonly loads: Uint32Array;
  /** Hub of each link from hub to taker. */
  private readonly hubOfLink: Uint32Array;
  private readonly takerStarts: Uint32Array;
  /** Links to each taker. */
  private readonly takerLinks: Uint32Array;
  /** Nodes are hubs, then takers; -1 where a search has not reached one, or found no way on from it. */
  private readonly distance: Int32Array;
  private readonly next: Uint32Array;
  private readonly queue: Uint32Array;
  private held: { starts: Uint32Array; items: Uint32Array };
  private waiting: number[];

  constructor(network: HubNetwork) {
    this.network = network;
    const { hubStarts, hubTakers, unitStarts } = network;
    this.hubs = hubStarts.length - 1;
    this.hubOf = new Int32Array(unitStarts.length - 1).fill(-1);
    this.flows = new Uint32Array(hubTakers.length);
    this.loads = network.loads.slice();
    this.hubOfLink = new Uint32Array(hubTakers.length);
    for (let hub = 0; hub < this.hubs; hub++) {
      this.hubOfLink.fill(hub, hubStarts[hub], hubStarts[hub + 1]);
    }
    const links = byKey(hubTakers, this.loads.length);
    this.takerStarts = links.starts;
    this.takerLinks = links.items;
    this.distance = new Int32Array(this.hubs + this.loads.length);
    this.next = new Uint32Array(this.distance.length);
    this.queue = new Uint32Array(this.distance.length);
    this.held = byKey(this.hubOf, this.hubs);
    this.waiting = Array.from(this.hubOf, (_, unit) => unit).filter((unit) =>
      this.hubsOf(unit).some((hub) => (hubStarts[hub + 1] ?? 0) > (hubStarts[hub] ?? 0)),
    );
  }

  fill(): SemiMatching {
    for (let level = 1; this.waiting.length > 0; level = this.levelAfter(level)) {
      for (let depth = this.search(level); depth > 0; depth = this.search(level)) {
        this.waiting = this.waiting.filter((unit) => !this.augment(unit, level, depth));
      }
    }
    return { hubOf: this.hubOf, flows: this.flows, loads: this.loads };
  }

  private hubsOf(unit: number): Uint32Array {
    const { unitStarts, unitHubs } = this.network;
    return unitHubs.subarray(unitStarts[unit], unitStarts[unit + 1]);
  }

  /** The next level, once no taker below this one can be reached. */
  private levelAfter(level: number): number {
    let [reached, sum, least] = [0, 0, Infinity];
    for (let taker = 0; taker < this.loads.length; taker++) {
      if ((this.distance[this.hubs + taker] ?? -1) >= 0) {
        const load = this.loads[taker] ?? 0;
        reached += 1;
        sum += load;
        least = Math.min(least, load);
      }
    }
    const average = Math.ceil((sum + this.waiting.length) / reached);
    return level < evenUpTo ? least + 1 : Math.max(least + 1, Math.min(2 * level, average));
  }

  /**
   * Breadth-first search from the waiting units.
   * @returns the distance of the nearest takers with less than `level`; 0 where there is none
   */
  private search(level: number): number {
    const { hubStarts, hubTakers } = this.network;
    const { distance, queue, hubs } = this;
    distance.fill(-1);
    this.next.fill(0);
    this.held = byKey(this.hubOf, hubs);
    let end = 0;
    const reach = (node: number, at: number): void => {
      if (distance[node] === -1) {
        distance[node] = at;
        queue[end++] = node;
      }
    };
    for (const unit of this.waiting) {
      for (const hub of this.hubsOf(unit)) {
        reach(hub, 0);
      }
    }
    let depth = 0;
    for (let head = 0; head < end; head++) {
      const node = queue[head] ?? 0;
      const at = distance[node] ?? 0;
      if (depth > 0 && at >= depth) {
        break;
      }
      if (node >= hubs) {
        const taker = node - hubs;
        if ((this.loads[taker] ?? 0) < level) {
          depth = at;
          continue;
        }
        for (let i = this.takerStarts[taker] ?? 0; i < (this.takerStarts[taker + 1] ?? 0); i++) {
          const link = this.takerLinks[i] ?? 0;
          if ((this.flows[link] ?? 0) > 0) {
            reach(this.hubOfLink[link] ?? 0, at + 1);
          }
        }
        continue;
      }
      for (let link = hubStarts[node] ?? 0; link < (hubStarts[node + 1] ?? 0); link++) {
        reach(hubs + (hubTakers[link] ?? 0), at + 1);
      }
      for (let i = this.held.starts[node] ?? 0; i < (this.held.starts[node + 1] ?? 0); i++) {
        for (const other of this.hubsOf(this.held.items[i] ?? 0)) {
          reach(other, at + 1);
        }
      }
    }
    return depth;
  }

  /** Hands over a unit along a shortest path to a taker below `level`, if one is left. */
  private augment(unit: number, level: number, depth: number): boolean {
    for (const first of this.hubsOf(unit)) {
      if (this.distance[first] !== 0) {
        continue;
      }
      const path: Step[] = [{ node: first, moves: 'unit', by: unit }];
      for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const { node } = top;
        const isTaker = node >= this.hubs;
        if (isTaker && this.distance[node] === depth && (this.loads[node - this.hubs] ?? 0) < level) {
          this.apply(path);
          return true;
        }
        const step = isTaker ? this.stepFromTaker(node) : this.stepFromHub(node);
        if (step !== undefined) {
          path.push(step);
        } else {
          this.distance[node] = -1;
          path.pop();
        }
      }
    }
    return false;
  }

  private stepFromTaker(node: number): Step | undefined {
    const taker = node - this.hubs;
    const from = this.takerStarts[taker] ?? 0;
    const count = (this.takerStarts[taker + 1] ?? 0) - from;
    for (let i = this.next[node] ?? 0; i < count; i++) {
      this.next[node] = i;
      const link = this.takerLinks[from + i] ?? 0;
      const hub = this.hubOfLink[link] ?? 0;
      if ((this.flows[link] ?? 0) > 0 && this.isNext(node, hub)) {
        return { node: hub, moves: 'back', by: link };
      }
    }
    this.next[node] = count;
    return undefined;
  }

  /** Its takers first, then the units that it has handed over and other hubs could. */
  private stepFromHub(hub: number): Step | undefined {
    const { hubStarts, hubTakers } = this.network;
    const from = hubStarts[hub] ?? 0;
    const links = (hubStarts[hub + 1] ?? 0) - from;
    const held = this.held.starts[hub] ?? 0;
    const count = links + (this.held.starts[hub + 1] ?? 0) - held;
    for (let i = this.next[hub] ?? 0; i < count; i++) {
      this.next[hub] = i;
      if (i < links) {
        const node = this.hubs + (hubTakers[from + i] ?? 0);
        if (this.isNext(hub, node)) {
          return { node, moves: 'on', by: from + i };
        }
        continue;
      }
      const unit = this.held.items[held + i - links] ?? 0;
      const other = this.hubOf[unit] === hub && this.hubsOf(unit).find((to) => this.isNext(hub, to));
      if (typeof other === 'number') {
        return { node: other, moves: 'unit', by: unit };
      }
    }
    this.next[hub] = count;
    return undefined;
  }

  private isNext(node: number, other: number): boolean {
    return this.distance[other] === (this.distance[node] ?? 0) + 1;
  }

  private apply(path: readonly Step[]): void {
    for (const { node, moves, by } of path) {
      if (moves === 'unit') {
        this.hubOf[by] = node;
      } else {
        this.flows[by] = (this.flows[by] ?? 0) + (moves === 'on' ? 1 : -1);
      }
    }
    const taker = (path.at(-1)?.node ?? 0) - this.hubs;
    this.loads[taker] = (this.loads[taker] ?? 0) + 1;
  }
}

/** Step of a path to `node`: a unit moves to a hub, or one more or one less goes along a link. */
interface Step {
  readonly node: number;
  readonly moves: 'unit' | 'on' | 'back';
  /** The unit, or the link. */
  readonly by: number;
}

/** The places of each key in a list, as compressed sparse rows; negative keys are left out. */
export function byKey(
  list: Int32Array | Uint32Array,
  keys: number,
): { starts: Uint32Array; items: Uint32Array } {
  const starts = new Uint32Array(keys + 1);
  for (const key of list) {
    if (key >= 0) {
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    }
  }
  for (let key = 0; key < keys; key++) {
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  }
  const fill = starts.slice();
  const items = new Uint32Array(starts[keys] ?? 0);
  for (let at = 0; at < list.length; at++) {
    const key = list[at] ?? -1;
    if (key >= 0) {
      const place = fill[key] ?? 0;
      items[place] = at;
      fill[key] = place + 1;
    }
  }
  return { starts, items };
}
