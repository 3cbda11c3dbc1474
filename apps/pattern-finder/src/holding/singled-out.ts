import type { Evidence } from '@warren/contracts';
import { quotesOf, withoutQuotes } from '@warren/contracts';
import { withoutPlaceholders } from './checked-texts.ts';
import { contentStems, sentencesOf, speaksOfOne } from './content-words.ts';

/** What one member wrote. */
export interface MemberWords {
  readonly memberId: number;
  readonly texts: readonly string[];
}

interface Claim {
  readonly name: string;
  readonly description: string;
  readonly questionPrompts: readonly string[];
  readonly evidence: Evidence;
}

/** Stems of a sentence that only one member's words have, from which it is about that member. */
const mostOfOne = 3;
/** As many where the sentence itself says that it speaks of one person. */
const mostOfOneNamed = 2;
/** Part of a sentence's stems that they must be. */
const share = 0.6;
/** Part of all stems of a claim that the only member who has any must have, if no sentence is mostly of them. */
const shareOfAll = 1 / 3;
/** A label that no more members of the community carry is one by which somebody is recognised. */
const rare = 4;

/**
 * Finds words of a claim by which it is about one of its members:
 *
 * - a sentence most of whose words only one member wrote, or that says it speaks of one person and has words of one;
 * - of quotes, a claim that shares much of a sentence, or of all, with what one member says, and nothing with the others;
 * - a rare label that one member of the pattern carries and the text names.
 *
 * What stands in quotation marks and is a quote of the pattern counts for nobody: it is there as evidence, and events leave
 * it out. Words are compared by stems, without those that every language uses all the time; what the pattern's facets are called
 * counts for nobody.
 * @param shown what members wrote whom the author has read, also outside of the pattern; of quotes those are added
 */
export function singledOut(claim: Claim, shown: readonly MemberWords[]): string[] {
  const { name, description, questionPrompts, evidence } = claim;
  const fields = [name, description, ...questionPrompts].map(withoutPlaceholders);
  const said = byMember(shown, evidence);
  const common = new Set(commonFacets(evidence).flatMap((label) => [...contentStems(label)]));
  const own = ownStems(said, common);
  const plain = fields.map((field) => withoutQuotations(field, evidence));
  const sentences = plain.flatMap(sentencesOf).filter((sentence) => isAboutOne(sentence, own, common));
  return [...sentences, ...onlySupporter(plain, evidence, common), ...rareLabels(fields, evidence)].map(
    (words) => words.slice(0, 600),
  );
}

/** A text without quotations, in quotation marks, of the pattern's quotes. */
function withoutQuotations(text: string, evidence: Evidence): string {
  const said = quotesOf(evidence);
  return text.replaceAll(/["“„«‘]((?:[^"“”„«»‘’]|’(?=\p{L})){2,600})["“”»’]/gu, (whole, inner: string) =>
    /\p{L}/u.test(withoutQuotes(inner, said)) ? whole : '…',
  );
}

/** Stems that exactly one member's words have, with that member. */
function ownStems(
  said: ReadonlyMap<number, ReadonlySet<string>>,
  common: ReadonlySet<string>,
): Map<string, number> {
  const own = new Map<string, number>();
  const several = new Set<string>();
  for (const [memberId, stems] of said) {
    for (const stem of stems) {
      if (own.has(stem)) {
        several.add(stem);
      }
      own.set(stem, memberId);
    }
  }
  [...several, ...common].forEach((stem) => own.delete(stem));
  return own;
}

function byMember(shown: readonly MemberWords[], { quotes = [] }: Evidence): Map<number, Set<string>> {
  const said = new Map<number, Set<string>>();
  const add = (memberId: number, text: string): void => {
    const stems = said.get(memberId) ?? new Set();
    contentStems(text).forEach((stem) => stems.add(stem));
    said.set(memberId, stems);
  };
  shown.forEach(({ memberId, texts }) => texts.forEach((text) => add(memberId, text)));
  quotes.forEach(({ member_id, quote }) => add(member_id, quote));
  return said;
}

function isAboutOne(
  sentence: string,
  own: ReadonlyMap<string, number>,
  common: ReadonlySet<string>,
): boolean {
  const stems = [...contentStems(sentence)].filter((stem) => !common.has(stem));
  const ofMember = new Map<number, number>();
  for (const stem of stems) {
    const memberId = own.get(stem);
    if (memberId !== undefined) {
      ofMember.set(memberId, (ofMember.get(memberId) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...ofMember.values());
  const isMostly = most >= mostOfOne && most >= stems.length * share;
  return isMostly || (most >= mostOfOneNamed && speaksOfOne(sentence));
}

/**
 * Of quotes: the quotes of the only member whose words the claim shares, if it shares several and nobody else's any. A
 * few words that a summary has in common with one quote by chance are not enough.
 */
function onlySupporter(
  fields: readonly string[],
  { quotes = [] }: Evidence,
  common: ReadonlySet<string>,
): string[] {
  const stemsIn = (text: string): string[] => [...contentStems(text)].filter((stem) => !common.has(stem));
  const all = new Set(fields.flatMap(stemsIn));
  const supporters = new Map<number, Set<string>>();
  for (const { member_id, quote } of quotes) {
    const shared = [...contentStems(quote)].filter((stem) => all.has(stem));
    const before = supporters.get(member_id) ?? [];
    supporters.set(member_id, new Set([...before, ...shared]));
  }
  const some = [...supporters].filter(([, stems]) => stems.size > 0);
  const [only] = some;
  if (only === undefined || some.length > 1 || supporters.size < 2) {
    return [];
  }
  const [memberId, shared] = only;
  const isOfOne = (stems: readonly string[], least: number): boolean => {
    const ofOne = stems.filter((stem) => shared.has(stem)).length;
    return ofOne >= mostOfOneNamed && ofOne >= stems.length * least;
  };
  return isOfOne([...all], shareOfAll) ||
    fields.flatMap(sentencesOf).some((sentence) => isOfOne(stemsIn(sentence), share))
    ? quotes.filter(({ member_id }) => member_id === memberId).map(({ quote }) => quote)
    : [];
}

/** Labels that the pattern is about as a whole: more than one of its members carries them, or many elsewhere. */
function commonFacets({ facets }: Evidence): string[] {
  return facets.filter((facet) => !isRare(facet)).map(({ label }) => label);
}

function isRare({ in_pattern, in_community }: Evidence['facets'][number]): boolean {
  return in_pattern === 1 && in_community <= rare;
}

/** Labels of one member alone that the text names. A wish or an offer is there to be told. */
function rareLabels(fields: readonly string[], { facets, sides }: Evidence): string[] {
  if (sides !== undefined) {
    return [];
  }
  const claimed = new Set(fields.flatMap((field) => [...contentStems(field)]));
  return facets
    .filter(isRare)
    .filter(({ label }) => {
      const stems = [...contentStems(label)];
      return stems.length > 0 && stems.every((stem) => claimed.has(stem));
    })
    .map(({ label }) => label);
}
