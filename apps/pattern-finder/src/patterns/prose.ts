import type { Evidence } from '@warren/contracts';
import { Refused } from './grounds.ts';

const placeholder = /\{(member_count|share|expected|lift)\}/g;

/**
 * The analyst's words with the service's numbers in their places: `{member_count}`, `{share}`, `{expected}`, `{lift}`.
 * A digit that stands outside a placeholder, a facet label or a quote would be a number of the model's own, and is refused.
 */
export function fillNumbers(text: string, field: string, evidence: Evidence): string {
  refuseFreeNumbers(text, field, evidence);
  const { statistics } = evidence;
  const values: Record<string, string | null> = {
    member_count: String(statistics.observed),
    share: `${Math.round(statistics.share * 100)} %`,
    expected: statistics.expected === null ? null : inWords(statistics.expected),
    lift: statistics.lift === null ? null : statistics.lift.toFixed(1),
  };
  return text.replace(placeholder, (whole, name: string) => {
    const value = values[name];
    if (value === null || value === undefined) {
      throw new Refused(
        `${field}: this pattern stands on "${evidence.basis}" and has no ${whole}; leave it out.`,
      );
    }
    return value;
  });
}

function inWords(expected: number): string {
  return expected < 0.05 ? 'almost none' : expected.toFixed(expected < 10 ? 1 : 0);
}

function refuseFreeNumbers(text: string, field: string, evidence: Evidence): void {
  const allowed = [
    ...evidence.facets.flatMap((facet) => [facet.label, facet.key.slice(facet.key.indexOf(':') + 1)]),
    ...(evidence.quotes ?? []).map((quote) => quote.quote),
  ].filter((label) => /\d/.test(label));
  let rest = text.replace(placeholder, ' ').toLocaleLowerCase('en');
  for (const label of allowed) {
    rest = rest.replaceAll(label.toLocaleLowerCase('en'), ' ');
  }
  const found = /\S*\d\S*/u.exec(rest);
  if (found !== null) {
    throw new Refused(
      `${field}: "${found[0]}" is a number of your own; write {member_count}, {share}, {expected} or {lift} and the ` +
        'service fills it in.',
    );
  }
}
