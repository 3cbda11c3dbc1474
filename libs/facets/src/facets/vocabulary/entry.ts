import type { FacetKind } from '@warren/contracts';

/** One thing and the other names people give it; without `kinds` it stands for every kind but `location`. */
export interface VocabularyEntry {
  label: string;
  aliases: readonly string[];
  kinds?: readonly FacetKind[];
}
