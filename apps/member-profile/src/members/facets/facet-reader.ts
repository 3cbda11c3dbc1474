import { Injectable } from '@nestjs/common';
import { Vocabulary, facetsOf } from '@warren/facets';
import type { FacetSource } from '@warren/facets';
import { nameRules } from '../../privacy/names.ts';

/** Facets as stored in two columns: keys, and for each the label as the member wrote it. */
export interface FacetColumns {
  facets: string[];
  facet_labels: string[];
}

/** Reads the facets of members by the service's vocabulary. */
@Injectable()
export class FacetReader {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** Version of vocabulary and name rules: facets and names stored under another one are recomputed. */
  get version(): string {
    return `${this.vocabulary.version}.${nameRules}`;
  }

  /** Reads the facets of a member. */
  read(member: FacetSource): FacetColumns {
    const facets = facetsOf(member, this.vocabulary);
    return { facets: facets.map(({ key }) => key), facet_labels: facets.map(({ label }) => label) };
  }
}
