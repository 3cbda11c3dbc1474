import { SensitiveKind } from '@warren/contracts';
import type { SensitiveWords } from '@warren/facets';

/** Folded label that is left out since it is sensitive, and its kinds. */
export interface KeptOutLabel {
  key: string;
  kinds: readonly SensitiveKind[];
}

/** Numbers of different labels that were left out, in all and by kind; one may be of several kinds. */
export interface KeptOutCounts {
  labels: number;
  kinds: { kind: SensitiveKind; labels: number }[];
}

/** Leaves sensitive facets out, and notes which, each once. */
export class KeptOut {
  private readonly sensitive: SensitiveWords;
  private readonly known = new Set<string>();
  private readonly fresh: KeptOutLabel[] = [];

  constructor(sensitive: SensitiveWords) {
    this.sensitive = sensitive;
  }

  isSensitiveFacet(key: string, label: string): boolean {
    const kinds = this.sensitive.kindsOfFacet(key, label);
    if (kinds.length === 0) {
      return false;
    }
    const folded = key.slice(key.indexOf(':') + 1);
    if (!this.known.has(folded)) {
      this.known.add(folded);
      this.fresh.push({ key: folded, kinds });
    }
    return true;
  }

  removeFrom(text: string): string {
    return this.sensitive.removeFrom(text);
  }

  /** The labels since the last call. */
  takeNew(): KeptOutLabel[] {
    return this.fresh.splice(0);
  }
}

/** Counts labels, the most common kind first. */
export function countKinds(labels: ReadonlyMap<string, readonly SensitiveKind[]>): KeptOutCounts {
  const all = [...labels.values()];
  return {
    labels: labels.size,
    kinds: SensitiveKind.options
      .map((kind) => ({ kind, labels: all.filter((kinds) => kinds.includes(kind)).length }))
      .filter((count) => count.labels > 0)
      .sort((a, b) => b.labels - a.labels),
  };
}
