import type { FacetCount } from '@warren/contracts';

/**
 * Labels as a sentence lists them: "Mapbox, Leaflet and QGIS". A label of several kinds stands there once. Where a label
 * begins with a capital that may be its own ("Sewing", "Python"), the others keep theirs, so that a list looks like one.
 */
export function listed(facets: readonly FacetCount[], last: 'and' | 'or' = 'and'): string {
  const labels = [...new Map(facets.map((facet) => [facet.label.toLocaleLowerCase('en'), facet])).values()];
  const keepsCase = labels.some((facet) => /^\p{Lu}/u.test(inSentence(facet)));
  const words = labels.map((facet) => (keepsCase ? facet.label : inSentence(facet)));
  const end = words.pop() ?? '';
  return words.length === 0 ? end : `${words.join(', ')} ${last} ${end}`;
}

/** A label in mid-sentence: "Grant writing" begins small; "Python" and "GLSL" stay as they are. */
export function inSentence({ label }: FacetCount): string {
  return /^\p{Lu}\p{Ll}+ [^\p{Lu}]+$/u.test(label)
    ? label.charAt(0).toLocaleLowerCase('en') + label.slice(1)
    : label;
}

/** A text as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
