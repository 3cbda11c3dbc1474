import { isAnalysed, memberFormats } from '@warren/contracts';
import type { MemberFormat, MemberInput } from '@warren/contracts';
import { buildMembership } from '@warren/mining';
import type { MemberFacets, Membership } from '@warren/mining';
import { facetsOf } from '@warren/facets';
import { Identities, mergeLine, parseMember } from '@warren/member-files';
import type { CountedFacet, Vocabulary } from '@warren/facets';
import type { Identity, ReadLine, Rejection } from '@warren/member-files';

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

/** Whether a line is taken, and what of it is not. */
export interface Taken {
  taken: boolean;
  rejections: Rejection[];
}

/** A facet as some members write it. */
interface Spelling {
  key: string;
  label: string;
}

/**
 * The members of a file as an import of it would leave them, line after line: a later line for the same member is
 * merged with the earlier ones. Facets are held as numbers and nothing else is, so that a million members have room;
 * members with several lines are put together when the file is read once more.
 */
export class MemberTable {
  readonly #vocabulary: Vocabulary;
  readonly #identities = new Identities<Listed>();
  /** In the order in which they were first met; a member's id is its place, from 1. */
  readonly #members: Listed[] = [];
  readonly #spellings: Spelling[] = [];
  /** Key → label → place among the spellings. */
  readonly #places = new Map<string, Map<string, number>>();
  /** Places of spellings, member after member; those of a member with several lines stay unused. */
  readonly #written: number[] = [];
  /** The members with several lines, by each line, and their profiles as far as they are put together. */
  readonly #byLine = new Map<number, Listed>();
  readonly #profiles = new Map<Listed, MemberInput>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Members so far, analysed or not. */
  get size(): number {
    return this.#members.length;
  }

  /** Takes a line, and says everything that is wrong with it. */
  take(read: ReadLine): Taken {
    if ('rejected' in read) return { taken: false, rejections: [read.rejected] };
    const parsed = parseMember(read.record, read);
    if ('rejected' in parsed) return { taken: false, rejections: parsed.rejected };
    const { member, line, without } = parsed;
    const { member: known, withoutEmail } = this.#identities.ownerOf(line);
    const listed = known ?? this.#add();
    const email = withoutEmail === undefined ? member.email : null;
    this.#identities.take(listed, {
      external_id: member.external_id ?? listed.external_id,
      email: email ?? listed.email,
    });
    if (known === undefined) {
      this.#write(listed, member);
    } else {
      this.#byLine.set(listed.line, listed).set(read.line, listed);
    }
    listed.line = read.line;
    return { taken: true, rejections: withoutEmail === undefined ? without : [...without, withoutEmail] };
  }

  /** Whether members have several lines, so that the file has to be read once more, with `again`. */
  get hasRepeated(): boolean {
    return this.#byLine.size > 0;
  }

  /** Takes a line anew, to put the lines of one member together. */
  again(read: ReadLine): void {
    const listed = this.#byLine.get(read.line);
    const parsed = listed !== undefined && 'record' in read ? parseMember(read.record, read) : undefined;
    if (listed === undefined || parsed === undefined || 'rejected' in parsed) return;
    const before = this.#profiles.get(listed);
    const profile = before === undefined ? parsed.member : mergeLine(before, parsed.line, 'keep').profile;
    this.#profiles.set(listed, profile);
    if (listed.line === read.line) {
      this.#write(listed, profile);
      this.#profiles.delete(listed);
    }
  }

  #write(listed: Listed, profile: MemberInput): void {
    listed.isAnalysed = isAnalysed(profile);
    listed.start = this.#written.length;
    if (listed.isAnalysed) {
      for (const facet of facetsOf(profile, this.#vocabulary)) this.#written.push(this.#placeOf(facet));
    }
    listed.end = this.#written.length;
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
    const place = memberFormats[format].position;
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
