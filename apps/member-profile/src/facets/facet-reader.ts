import { Injectable } from '@nestjs/common';
import { Vocabulary, facetsOf } from '@warren/profiles';
import type { FacetSource } from '@warren/profiles';
import { holdsContact } from '../analysis/contacts.ts';

/** Facets in the two columns they are stored in: keys, and beside each how the member wrote it. */
export interface FacetColumns {
  facets: string[];
  facet_labels: string[];
}

const mostRemembered = 50_000;

/** Reads the facets of members in the words of the service's vocabulary. */
@Injectable()
export class FacetReader {
  /** A community writes the same labels over and over. */
  private readonly contacts = new Map<string, boolean>();

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Facets stored under another version must be read again. */
  get version(): string {
    return this.vocabulary.version;
  }

  /** The facets of a member; an entry that holds an address or a number to reach somebody at is no trait. */
  read(member: FacetSource): FacetColumns {
    const facets = facetsOf(member, this.vocabulary).filter(({ label }) => !this.isContact(label));
    return { facets: facets.map(({ key }) => key), facet_labels: facets.map(({ label }) => label) };
  }

  private isContact(label: string): boolean {
    const remembered = this.contacts.get(label);
    if (remembered !== undefined) {
      return remembered;
    }
    const found = holdsContact(label, (word) => this.vocabulary.knows(this.vocabulary.fold(word)));
    if (this.contacts.size >= mostRemembered) {
      this.contacts.clear();
    }
    this.contacts.set(label, found);
    return found;
  }
}
