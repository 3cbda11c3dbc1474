import { Injectable } from '@nestjs/common';
import { Vocabulary, facetsOf } from '@warren/facets';
import type { FacetSource } from '@warren/facets';
import { NAME_RULES } from '../../privacy/names.ts';

/** Facets in the two columns they are stored in: keys, and beside each how the member wrote it. */
export interface FacetColumns {
  facets: string[];
  facet_labels: string[];
}

/** Reads the facets of members in the words of the service's vocabulary. */
@Injectable()
export class FacetReader {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** Facets and names stored under another version must be read again. */
  get version(): string {
    return `${this.vocabulary.version}.${NAME_RULES}`;
  }

  /** The facets of a member. */
  read(member: FacetSource): FacetColumns {
    const facets = facetsOf(member, this.vocabulary);
    return { facets: facets.map(({ key }) => key), facet_labels: facets.map(({ label }) => label) };
  }
}
