import { Injectable } from '@nestjs/common';
import type { Consent } from '@warren/contracts';
import { Vocabulary, facetsOf } from '@warren/facets';
import type { Facet, FacetSource } from '@warren/facets';
import { nameRules } from '../../privacy/names.ts';
import { Sensitivity } from '../../privacy/sensitivity.ts';
import type { MemberRow } from '../member.entity.ts';
import { toMember } from '../to-member.ts';
import type { Quotes } from '../to-member.ts';

/** Facets as stored in two columns: keys, and for each the label as the member wrote it. */
export interface FacetColumns {
  facets: string[];
  facet_labels: string[];
}

/** The fields of a member that decide on its facets. */
export interface FacetOwner extends FacetSource {
  consents: Consent[];
}

/** Reads the facets of members by the service's vocabulary, without sensitive ones of those who did not agree to them. */
@Injectable()
export class FacetReader {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly sensitivity: Sensitivity,
  ) {}

  /** Version of vocabulary, sensitive words and name rules: facets and names stored under another one are recomputed. */
  get version(): string {
    return `${this.vocabulary.version}.${nameRules}.${this.sensitivity.version}`;
  }

  /** Reads the facets of a member. */
  read(member: FacetOwner): FacetColumns {
    const facets = this.facetsOf(member);
    return { facets: facets.map(({ key }) => key), facet_labels: facets.map(({ label }) => label) };
  }

  /** The sentences in which a member wrote facets that he or she does not list, by key; `coded` are those of themes. */
  quotesOf(member: MemberRow, coded: Quotes = new Map<string, string>()): Quotes {
    const facets = this.facetsOf(toMember(member));
    const listed = new Set(member.facets);
    return new Map([
      ...[...coded].filter(([key]) => !listed.has(key)),
      ...facets.flatMap(({ key, quote }) => (quote === undefined ? [] : [[key, quote] as const])),
    ]);
  }

  private facetsOf(member: FacetOwner): Facet[] {
    const without = this.sensitivity.agrees(member) ? undefined : this.sensitivity.words;
    return facetsOf(member, this.vocabulary, { without });
  }
}
