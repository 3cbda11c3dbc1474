import type { FacetCount } from '@warren/contracts';

/**
 * Lists labels for a sentence: "Mapbox, Leaflet and QGIS". A label of several kinds is listed once. If a label may be a
 * proper name ("Sewing", "Python"), the others keep their capitals too, so that the list is consistent.
 */
export function listed(facets: readonly FacetCount[], last: 'and' | 'or' = 'and'): string {
  const labels = [...new Map(facets.map((facet) => [facet.label.toLocaleLowerCase('en'), facet])).values()];
  const keepsCase = labels.some((facet) => /^\p{Lu}/u.test(inSentence(facet)));
  const items = labels.map((facet) => (keepsCase ? facet.label : inSentence(facet)));
  const end = items.pop() ?? '';
  return items.length === 0 ? end : `${items.join(', ')} ${last} ${end}`;
}

/** Formats a label for mid-sentence: "grant writing" in lower case; "Python" and "GLSL" unchanged. */
export function inSentence({ label }: FacetCount): string {
  return /^\p{Lu}\p{Ll}+ [^\p{Lu}]+$/u.test(label)
    ? label.charAt(0).toLocaleLowerCase('en') + label.slice(1)
    : label;
}

/** Capitalises the first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
