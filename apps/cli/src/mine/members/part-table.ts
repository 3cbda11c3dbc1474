import { isAnalysed } from '@warren/contracts';
import type { MemberLine } from '@warren/contracts';
import { facetsOf } from '@warren/facets';
import type { Facet, FacetSource, SensitiveWords, Vocabulary } from '@warren/facets';
import type { ReadMember, RejectedMember } from '@warren/member-files';
import { KeptOut } from './kept-out.ts';
import type { KeptOutLabel } from './kept-out.ts';
import { RejectedRows } from './rejected-rows.ts';
import type { Rejected } from './rejected-rows.ts';
import { Spellings } from './spellings.ts';
import type { Spelling } from './spellings.ts';

/** Members as numbers, so that a million of them fit in memory and are sent between threads in little time. */
export interface TablePart {
  /** The place of each member in the file. */
  lines: Uint32Array<ArrayBuffer>;
  /** The ids of the members, one after another, and where each ends; '' for a member whom it does not tell apart. */
  ids: string;
  idEnds: Uint32Array<ArrayBuffer>;
  /** Spellings that the reader has not seen before; it numbers them from 0 over all its parts. */
  spellings: Spelling[];
  /** Labels that were left out since they are sensitive, unless earlier parts gave them. */
  keptOut: KeptOutLabel[];
  /** Numbers of spellings, member after member. */
  written: Uint32Array<ArrayBuffer>;
  /** Where the spellings of each member end in `written`; -1 for one who is not analysed. */
  ends: Int32Array<ArrayBuffer>;
  /** Rows that are about no member, by reason. */
  rejected: Rejected[];
  /** Values that could not be used, of members who were taken, by reason. */
  without: Rejected[];
  /** Members who list neither skills nor interests, and of whom texts say something. */
  writers: number;
  /** Members by what became of their consent. */
  empty: Record<ReadMember['emptyConsent'], number>;
}

/** The fields that facets are read from, in one shape for all members. */
function facetSource({
  skills,
  interests,
  looking_for,
  all_traits,
  role,
  roles,
  company,
  location,
  bio,
  prompt_responses,
}: MemberLine): FacetSource {
  return {
    skills: skills ?? none,
    interests: interests ?? none,
    looking_for: looking_for ?? none,
    all_traits: all_traits ?? none,
    role: role ?? '',
    roles: roles ?? none,
    company: company ?? '',
    location: location ?? '',
    bio: bio ?? '',
    prompt_responses: prompt_responses ?? noAnswers,
  };
}

const none: string[] = [];
const noAnswers: FacetSource['prompt_responses'] = [];

/** Makes parts of a table of members as an import would store them: only facets, as numbers. */
export class PartTable {
  private readonly vocabulary: Vocabulary;
  private readonly keptOut: KeptOut;
  private readonly spellings = new Spellings();
  /** Spellings that earlier parts gave. */
  private told = 0;
  /** Numbers by facets as objects: equal entries of a file are read as one object. */
  private readonly known = new WeakMap<Facet, number>();

  constructor(vocabulary: Vocabulary, sensitive: SensitiveWords) {
    this.vocabulary = vocabulary;
    this.keptOut = new KeptOut(sensitive);
  }

  /** The next part. */
  part(members: readonly (ReadMember | RejectedMember)[]): TablePart {
    const lines: number[] = [];
    const ids: string[] = [];
    const idEnds: number[] = [];
    let idEnd = 0;
    const written: number[] = [];
    const ends: number[] = [];
    const rejected = new RejectedRows();
    const without = new RejectedRows();
    const empty = { none: 0, 'silent no': 0, 'no answer': 0 };
    let writers = 0;
    for (const one of members) {
      if ('rejected' in one) {
        rejected.add(one.line, one.rejected);
        continue;
      }
      const { line, member, kind, isPrivateIfNew } = one;
      without.add(line, one.without);
      empty[one.emptyConsent] += 1;
      lines.push(line);
      const id = kind === 'external_id' ? (member.external_id ?? '') : '';
      ids.push(id);
      idEnds.push((idEnd += id.length));
      const { is_public = !isPrivateIfNew, membership_status = 'active' } = member;
      if (!isAnalysed({ is_public, membership_status })) {
        ends.push(-1);
        continue;
      }
      const facets = facetsOf(facetSource(member), this.vocabulary, { without: this.keptOut });
      for (const facet of facets) {
        written.push(this.numberOf(facet));
      }
      writers += facets.some(({ quote }) => quote !== undefined) ? 1 : 0;
      ends.push(written.length);
    }
    const spellings = this.spellings.list.slice(this.told);
    this.told += spellings.length;
    return {
      lines: Uint32Array.from(lines),
      // a text of its own, that keeps no piece of the file in memory
      ids: ids.join(''),
      idEnds: Uint32Array.from(idEnds),
      spellings,
      keptOut: this.keptOut.takeNew(),
      written: Uint32Array.from(written),
      ends: Int32Array.from(ends),
      rejected: rejected.list(),
      without: without.list(),
      writers,
      empty,
    };
  }

  private numberOf(facet: Facet): number {
    const before = this.known.get(facet);
    if (before !== undefined) {
      return before;
    }
    const number = this.spellings.numberOf(facet);
    this.known.set(facet, number);
    return number;
  }
}

/** The memory of a part that is handed over rather than copied. */
export function transferredOf({ lines, idEnds, written, ends }: TablePart): ArrayBuffer[] {
  return [lines.buffer, idEnds.buffer, written.buffer, ends.buffer];
}
