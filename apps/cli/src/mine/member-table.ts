import { isAnalysed } from '@warren/contracts';
import { facetsOf } from '@warren/facets';
import type { CountedFacet, Facet, Vocabulary } from '@warren/facets';
import { newMember } from '@warren/member-files';
import type { ReadMember } from '@warren/member-files';
import { buildMembership } from '@warren/mining';
import type { MemberFacets, Membership } from '@warren/mining';

/** Analysed members of a file. */
export interface Community {
  readonly membership: Membership;
  /** Every facet, in the order of `membership.facets`. */
  readonly facets: readonly CountedFacet[];
  /** Printed name of a member: its external_id, or its place in the file. */
  readonly nameOf: (id: number) => string;
}

const nothing = newMember();

/** Spelling of a facet by some members. */
interface Spelling {
  key: string;
  label: string;
}

/**
 * Members of a file, as an import of it would store them. Only facets are held, as numbers, so that a million members fit
 * in memory.
 */
export class MemberTable {
  private readonly vocabulary: Vocabulary;
  /** In the order of the file; a member's id is its position, from 1. */
  private readonly names: (string | number)[] = [];
  private readonly spellings: Spelling[] = [];
  /** Key → label → index of the spelling. */
  private readonly places = new Map<string, Map<string, number>>();
  /** Indices by facets as objects: equal entries of a file are read as one object. */
  private readonly known = new WeakMap<Facet, number>();
  /** Indices of spellings, member after member. */
  private readonly written: number[] = [];
  /** End of each member's indices; -1 for one who is not analysed. */
  private readonly ends: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Members so far, analysed or not. */
  get size(): number {
    return this.names.length;
  }

  /** Adds a member. */
  add({ line, member, kind, isPrivateIfNew }: ReadMember): void {
    this.names.push(kind === 'external_id' ? (member.external_id ?? line) : line);
    const { is_public = !isPrivateIfNew, membership_status = 'active' } = member;
    if (!isAnalysed({ is_public, membership_status })) {
      this.ends.push(-1);
      return;
    }
    for (const facet of facetsOf({ ...nothing, ...member }, this.vocabulary)) {
      this.written.push(this.placeOf(facet));
    }
    this.ends.push(this.written.length);
  }

  /** Builds the community; `position` says what a place in the file is called. */
  community(position: string): Community {
    const membership = buildMembership(this.analysed());
    const labels = this.labels();
    const facets = membership.facets.map((key, at) => ({
      key,
      label: labels.get(key) ?? key,
      count: (membership.carrierStarts[at + 1] ?? 0) - (membership.carrierStarts[at] ?? 0),
    }));
    // names alone, so that the rest of the table can be freed before mining
    const { names } = this;
    const nameOf = (id: number): string => {
      const name = names[id - 1] ?? 0;
      return typeof name === 'string' ? name : `${position} ${name}`;
    };
    return { membership, facets, nameOf };
  }

  private placeOf(facet: Facet): number {
    const before = this.known.get(facet);
    if (before !== undefined) {
      return before;
    }
    const place = this.newPlaceOf(facet);
    this.known.set(facet, place);
    return place;
  }

  private newPlaceOf({ key, label }: Spelling): number {
    let places = this.places.get(key);
    if (places === undefined) {
      this.places.set(key, (places = new Map<string, number>()));
    }
    const known = places.get(label);
    if (known !== undefined) {
      return known;
    }
    const place = this.spellings.push({ key, label }) - 1;
    places.set(label, place);
    return place;
  }

  private *analysed(): Generator<MemberFacets> {
    let start = 0;
    for (const [at, end] of this.ends.entries()) {
      if (end === -1) {
        continue;
      }
      yield {
        id: at + 1,
        facets: this.written.slice(start, end).map((place) => this.spellings[place]?.key ?? ''),
      };
      start = end;
    }
  }

  /** Most common spelling of each facet; of equally common ones the first. */
  private labels(): Map<string, string> {
    const counts = new Uint32Array(this.spellings.length);
    for (const place of this.written) {
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const best = new Map<string, { label: string; count: number }>();
    for (const [place, { key, label }] of this.spellings.entries()) {
      const count = counts[place] ?? 0;
      const before = best.get(key);
      const isBetter =
        before === undefined ||
        count > before.count ||
        (count === before.count && isFirst(label, before.label));
      if (isBetter) {
        best.set(key, { label, count });
      }
    }
    return new Map([...best].map(([key, { label }]) => [key, label]));
  }
}

/** Compares by UTF-8 bytes, as PostgreSQL does for the service. */
function isFirst(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}
