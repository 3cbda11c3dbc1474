import type { Evidence, Statistics } from '@warren/contracts';
import { Refused } from './grounds.ts';

const placeholder = /\{(member_count|share|expected|lift)\}/g;

/**
 * Checks an analyst's words before they are kept: a number may stand there only as `{member_count}`, `{share}`,
 * `{expected}` or `{lift}`, which the service fills in, or inside a facet label or a quote of the pattern.
 * @throws Refused with what to change
 */
export function checkWords(text: string, field: string, evidence: Evidence): void {
  for (const [whole, name = ''] of text.matchAll(placeholder)) {
    if (numbersOf(evidence.statistics)[name] === undefined) {
      throw new Refused(
        `${field}: this pattern stands on "${evidence.basis}" and has no ${whole}; leave it out.`,
      );
    }
  }
  const allowed = [
    ...evidence.facets.flatMap((facet) => [facet.label, facet.key.slice(facet.key.indexOf(':') + 1)]),
    ...(evidence.quotes ?? []).map((quote) => quote.quote),
  ].filter((label) => /\p{N}/u.test(label));
  let rest = text.replace(placeholder, ' ').toLocaleLowerCase('en');
  for (const label of allowed) {
    rest = rest.replaceAll(label.toLocaleLowerCase('en'), ' ');
  }
  const found = /\S*\p{N}\S*/u.exec(rest)?.[0] ?? /\{[^}]*\}/.exec(rest)?.[0];
  if (found !== undefined) {
    throw new Refused(
      `${field}: "${found}" is a number of your own; write {member_count}, {share}, {expected} or {lift} and the ` +
        'service fills it in.',
    );
  }
}

/** A name is kept as it is told, so it holds no number of the service's either. @throws Refused */
export function checkName(name: string, evidence: Evidence): void {
  if (name.search(placeholder) >= 0) {
    throw new Refused('name: leave the numbers to the description; a name must hold when they change.');
  }
  checkWords(name, 'name', evidence);
}

/**
 * The words of a pattern as they are told today: the numbers of its evidence in their places, and where the pattern is
 * merely shared, that chance may explain it.
 */
export function tellWords(text: string, { statistics }: Evidence): string {
  const numbers = numbersOf(statistics);
  return text.replace(placeholder, (_whole, name: string) => numbers[name] ?? '–');
}

/** A description as it is told today; see `tellWords`. */
export function tellDescription(text: string, evidence: Evidence): string {
  const told = tellWords(text, evidence);
  return evidence.basis === 'shared' ? `${told} Chance may explain this.` : told;
}

function numbersOf({ observed, share, expected, lift }: Statistics): Record<string, string> {
  return {
    member_count: String(observed),
    share: `${Math.round(share * 100)} %`,
    ...(expected === null ? {} : { expected: inWords(expected) }),
    ...(lift === null ? {} : { lift: lift.toFixed(1) }),
  };
}

function inWords(expected: number): string {
  return expected < 0.05 ? 'almost none' : expected.toFixed(expected < 10 ? 1 : 0);
}
