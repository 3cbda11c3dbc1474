/** Languages of the made-up texts. */
export type Language = 'en' | 'de';

/** One side of a relation: a theme that members carry by one of these sentences. */
export interface Side {
  readonly definition: string;
  /** Sentences that carry it, each in other words; `{day}` and `{place}` stand for any of them. */
  readonly sentences: readonly string[];
}

/** What some have and others need, said by both in words that have nothing in common. */
export interface Relation {
  readonly label: string;
  readonly language: Language;
  readonly has: Side;
  readonly needs: Side;
  /** Sentences that are near and carry neither side. */
  readonly distractors: { readonly denied: string; readonly past: string; readonly others: string };
}

/** What several have in common and nobody lists, found by who reads everybody: told by quotes. */
export interface Common {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  readonly sentences: readonly string[];
}
