import type { Rates } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';

/** Results of the search from which candidates are made. */
export interface SearchedRules {
  readonly rates: Rates;
  /** Structures beyond chance, each once. */
  readonly structures: readonly Finding[];
  /** Most candidates that chance may explain. */
  readonly maxShared?: number | undefined;
}
