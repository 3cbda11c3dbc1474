import type { ReplyOf } from '@warren/contracts';

/** How many members a pattern and its community have, and what most of the pattern's list. */
export interface CarriedFacets {
  readonly members: number;
  readonly total: number;
  readonly carried: readonly { readonly label: string; readonly members: number }[];
}

/** Reads them from the reply of `community.named-facets`. */
export function carriedFacetsOf({
  members = 0,
  total_active_members = 0,
  carried = [],
}: ReplyOf<'community.named-facets'>): CarriedFacets {
  return { members, total: total_active_members, carried };
}

/** The nearest true words for a count. */
export function inWords(count: number, of: number): string {
  const share = of === 0 ? 0 : count / of;
  if (count === 0 || count === of) {
    return count === 0 ? 'none' : 'all';
  }
  if (count === 1) {
    return 'one';
  }
  const [, words] = steps.find(([from]) => share >= from) ?? [0, 'a few'];
  return words;
}

const steps: readonly (readonly [from: number, words: string])[] = [
  [0.8, 'nearly all'],
  [0.6001, 'most'],
  [0.5001, 'more than half'],
  [0.4, 'about half'],
  [0.25, 'about a third'],
];

/** Where words stand in a text as whole words, whatever is between them. */
export function placesOf(label: string, text: string): number[] {
  const words = label.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '');
  const pattern = words.map((word) => RegExp.escape(word)).join('[^\\p{L}\\p{N}]{1,3}');
  return pattern === ''
    ? []
    : [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))].map(
        ({ index }) => index,
      );
}
