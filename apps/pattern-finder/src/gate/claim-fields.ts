import type { Evidence } from '@warren/contracts';

/** The words of a claim, as an analyst gives them. */
export interface ClaimedWords {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
}

/** What members of the pattern carry; a facet that only pads its rule is none. */
export function labelsOf({ facets }: Evidence): string[] {
  const carried = facets.filter(({ in_pattern }) => in_pattern > 0);
  return carried.flatMap(({ key, label }) => [label, key.slice(key.indexOf(':') + 1)]);
}

/** What the quotes of the pattern say. */
export function quotesOf({ quotes = [] }: Evidence): string[] {
  return quotes.map(({ quote }) => quote);
}

/** Each text of a claim with the field it stands in, in the order in which they are asked about. */
export function fieldsOf(words: ClaimedWords): { field: string; text: string }[] {
  return [
    { field: 'name', text: words.name },
    { field: 'description', text: words.description },
    ...words.questionPrompts.map((text) => ({ field: 'question_prompts', text })),
  ];
}
