import type { FacetKind } from '@warren/contracts';

/** A label and its aliases; without `kinds` it applies to every kind but `location`. */
export interface VocabularyEntry {
  label: string;
  aliases: readonly string[];
  kinds?: readonly FacetKind[];
}
