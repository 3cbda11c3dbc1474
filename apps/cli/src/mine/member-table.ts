import { isAnalysed, memberFormats } from '@warren/contracts';
import type { MemberFormat, MemberInput } from '@warren/contracts';
import { facetsOf } from '@warren/facets';
import type { CountedFacet, Vocabulary } from '@warren/facets';
import { Identities, mergeLine, parseMember } from '@warren/member-files';
import type { Identity, ReadLine, Rejection } from '@warren/member-files';
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

/** Member of the file; its facets are `written[start..end)`. */
interface Listed extends Identity {
  line: number;
  isAnalysed: boolean;
  start: number;
  end: number;
}

/** Result for one line: whether it is accepted, and its errors. */
interface LineResult {
  taken: boolean;
  rejections: Rejection[];
}

/** Spelling of a facet by some members. */
interface Spelling {
  key: string;
  label: string;
}

/**
 * Members of a file as an import of it would store them: a later line for the same member is merged with the earlier
 * ones. Only facets are held, as numbers, so that a million members fit in memory; members with several lines are merged
 * in a second pass over the file.
 */
export class MemberTable {
  private readonly vocabulary: Vocabulary;
  private readonly identities = new Identities<Listed>();
  /** In the order of their first lines; a member's id is its position, from 1. */
  private readonly members: Listed[] = [];
  private readonly spellings: Spelling[] = [];
  /** Key → label → index of the spelling. */
  private readonly places = new Map<string, Map<string, number>>();
  /** Indices of spellings, member after member; those of a member with several lines stay unused. */
  private readonly written: number[] = [];
  /** Members with several lines, by line number, and their profiles as merged so far. */
  private readonly byLine = new Map<number, Listed>();
  private readonly profiles = new Map<Listed, MemberInput>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Members so far, analysed or not. */
  get size(): number {
    return this.members.length;
  }

  /** Adds a line. @returns whether it is accepted, and all its errors */
  take(read: ReadLine): LineResult {
    if ('rejected' in read) {
      return { taken: false, rejections: [read.rejected] };
    }
    const parsed = parseMember(read.record, read);
    if ('rejected' in parsed) {
      return { taken: false, rejections: parsed.rejected };
    }
    const { member, line, without } = parsed;
    const { member: known, withoutEmail } = this.identities.ownerOf(line);
    const listed = known ?? this.add();
    const email = withoutEmail === undefined ? member.email : null;
    this.identities.take(listed, {
      external_id: member.external_id ?? listed.external_id,
      email: email ?? listed.email,
    });
    if (known === undefined) {
      this.write(listed, member);
    } else {
      this.byLine.set(listed.line, listed).set(read.line, listed);
    }
    listed.line = read.line;
    return { taken: true, rejections: withoutEmail === undefined ? without : [...without, withoutEmail] };
  }

  /** True if members have several lines, so that the file needs a second pass, with `again`. */
  get hasRepeated(): boolean {
    return this.byLine.size > 0;
  }

  /** Adds a line in the second pass, which merges the lines of one member. */
  again(read: ReadLine): void {
    const listed = this.byLine.get(read.line);
    const parsed = listed !== undefined && 'record' in read ? parseMember(read.record, read) : undefined;
    if (listed === undefined || parsed === undefined || 'rejected' in parsed) {
      return;
    }
    const before = this.profiles.get(listed);
    const profile = before === undefined ? parsed.member : mergeLine(before, parsed.line, 'keep').profile;
    this.profiles.set(listed, profile);
    if (listed.line === read.line) {
      this.write(listed, profile);
      this.profiles.delete(listed);
    }
  }

  private write(listed: Listed, profile: MemberInput): void {
    listed.isAnalysed = isAnalysed(profile);
    listed.start = this.written.length;
    if (listed.isAnalysed) {
      for (const facet of facetsOf(profile, this.vocabulary)) {
        this.written.push(this.placeOf(facet));
      }
    }
    listed.end = this.written.length;
  }

  /** Builds the community; `format` determines whether a place in the file is a line or an item. */
  community(format: MemberFormat): Community {
    const membership = buildMembership(this.analysed());
    const labels = this.labels();
    const facets = membership.facets.map((key, at) => ({
      key,
      label: labels.get(key) ?? key,
      count: (membership.carrierStarts[at + 1] ?? 0) - (membership.carrierStarts[at] ?? 0),
    }));
    const place = memberFormats[format].position;
    // names alone, so that the rest of the table can be freed before mining
    const names = this.members.map(({ external_id, line }) => external_id ?? line);
    const nameOf = (id: number): string => {
      const name = names[id - 1] ?? 0;
      return typeof name === 'string' ? name : `${place} ${name}`;
    };
    return { membership, facets, nameOf };
  }

  private add(): Listed {
    const listed = { external_id: null, email: null, line: 0, isAnalysed: false, start: 0, end: 0 };
    this.members.push(listed);
    return listed;
  }

  private placeOf({ key, label }: Spelling): number {
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
    for (const [at, { isAnalysed, start, end }] of this.members.entries()) {
      if (!isAnalysed) {
        continue;
      }
      yield {
        id: at + 1,
        facets: this.written.slice(start, end).map((place) => this.spellings[place]?.key ?? ''),
      };
    }
  }

  /** Most common spelling of each facet; of equally common ones the first. */
  private labels(): Map<string, string> {
    const counts = new Uint32Array(this.spellings.length);
    for (const { start, end } of this.members) {
      for (let at = start; at < end; at += 1) {
        const place = this.written[at] ?? 0;
        counts[place] = (counts[place] ?? 0) + 1;
      }
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
