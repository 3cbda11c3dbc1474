import { isAnalysed } from '@warren/contracts';
import type { MemberFormat } from '@warren/contracts';
import { buildMembership } from '@warren/mining';
import type { MemberFacets, Membership } from '@warren/mining';
import { Identities, facetsOf, parseMember } from '@warren/profiles';
import type { CountedFacet, Identity, ReadLine, Rejection, Vocabulary } from '@warren/profiles';

/** The analysed members of a file. */
export interface Community {
  readonly membership: Membership;
  /** Every facet, in the order of `membership.facets`. */
  readonly facets: readonly CountedFacet[];
  /** What a member is called in what is printed: its external_id, or its place in the file. */
  readonly nameOf: (id: number) => string;
}

/** A member of the file; its facets are `written[start..end)`. */
interface Listed extends Identity {
  line: number;
  isAnalysed: boolean;
  start: number;
  end: number;
}

/** A facet as some members write it. */
interface Spelling {
  key: string;
  label: string;
}

/**
 * The members of a file as an import of it would leave them, line after line: a later line for the same member
 * replaces an earlier one. Facets are held as numbers, so that a million members have room.
 */
export class Roll {
  readonly #vocabulary: Vocabulary;
  readonly #identities = new Identities<Listed>();
  /** In the order in which they were first met; a member's id is its place, from 1. */
  readonly #members: Listed[] = [];
  readonly #spellings: Spelling[] = [];
  /** Key → label → place among the spellings. */
  readonly #places = new Map<string, Map<string, number>>();
  /** Places of spellings, member after member; those of a replaced line stay unused. */
  readonly #written: number[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Members so far, analysed or not. */
  get size(): number {
    return this.#members.length;
  }

  /** Takes a line, or says everything that is wrong with it. */
  take(read: ReadLine): Rejection[] {
    if ('rejected' in read) return [read.rejected];
    const parsed = parseMember(read.record);
    if ('rejected' in parsed) return parsed.rejected;
    const { member } = parsed;
    const { member: known, refused } = this.#identities.ownerOf(member);
    if (refused !== undefined) return [refused];
    const listed = known ?? this.#add();
    this.#identities.take(listed, member);
    listed.line = read.line;
    listed.isAnalysed = isAnalysed(member);
    listed.start = this.#written.length;
    if (listed.isAnalysed) {
      for (const facet of facetsOf(member, this.#vocabulary)) this.#written.push(this.#placeOf(facet));
    }
    listed.end = this.#written.length;
    return [];
  }

  /** The community as it stands; `format` says what a place in the file is called. */
  community(format: MemberFormat): Community {
    const membership = buildMembership(this.#analysed());
    const labels = this.#labels();
    const facets = membership.facets.map((key, at) => ({
      key,
      label: labels.get(key) ?? key,
      count: (membership.carrierStarts[at + 1] ?? 0) - (membership.carrierStarts[at] ?? 0),
    }));
    const place = format === 'json' ? 'item' : 'line';
    // Names alone, so that all else of the roll can go before there is mining to do.
    const names = this.#members.map(({ external_id, line }) => external_id ?? line);
    const nameOf = (id: number): string => {
      const name = names[id - 1] ?? 0;
      return typeof name === 'string' ? name : `${place} ${name}`;
    };
    return { membership, facets, nameOf };
  }

  #add(): Listed {
    const listed = { external_id: null, email: null, line: 0, isAnalysed: false, start: 0, end: 0 };
    this.#members.push(listed);
    return listed;
  }

  #placeOf({ key, label }: Spelling): number {
    let places = this.#places.get(key);
    if (places === undefined) this.#places.set(key, (places = new Map<string, number>()));
    const known = places.get(label);
    if (known !== undefined) return known;
    const place = this.#spellings.push({ key, label }) - 1;
    places.set(label, place);
    return place;
  }

  *#analysed(): Generator<MemberFacets> {
    for (const [at, { isAnalysed, start, end }] of this.#members.entries()) {
      if (!isAnalysed) continue;
      yield {
        id: at + 1,
        facets: this.#written.slice(start, end).map((place) => this.#spellings[place]?.key ?? ''),
      };
    }
  }

  /** Of each facet the spelling most members use; of equally common ones the first. */
  #labels(): Map<string, string> {
    const counts = new Uint32Array(this.#spellings.length);
    for (const { start, end } of this.#members) {
      for (let at = start; at < end; at += 1) {
        const place = this.#written[at] ?? 0;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    const best = new Map<string, { label: string; count: number }>();
    for (const [place, { key, label }] of this.#spellings.entries()) {
      const count = counts[place] ?? 0;
      const before = best.get(key);
      const isBetter =
        before === undefined ||
        count > before.count ||
        (count === before.count && isFirst(label, before.label));
      if (isBetter) best.set(key, { label, count });
    }
    return new Map([...best].map(([key, { label }]) => [key, label]));
  }
}

/** By the bytes of UTF-8, which is how PostgreSQL orders them for the service. */
function isFirst(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}
