import type { Consent } from '@warren/contracts';
import { SensitiveWords } from '@warren/facets';

/** What of members is sensitive, and whose consent counts. */
export class Sensitivity {
  readonly words: SensitiveWords;
  /** Whether patterns may tell sensitive things of those who consented, as the operator decided for the community. */
  readonly isOn: boolean;

  constructor(words: SensitiveWords, isOn: boolean) {
    this.words = words;
    this.isOn = isOn;
  }

  /** Changes with what is left out of facets. */
  get version(): string {
    return `${this.words.version}${this.isOn ? '+' : '-'}`;
  }

  /** Returns whether a member’s sensitive words count like any others: the operator’s switch and the member’s consent. */
  agrees({ consents }: { readonly consents: readonly Consent[] }): boolean {
    return this.isOn && consents.includes('sensitive');
  }
}
