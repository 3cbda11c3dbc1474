import { foldLabel, turningWord, wholeSentences, wordStem } from '@warren/facets';
import type { ProseIndex } from '@warren/facets';
import { tradeAtEnd } from '../claims/german-trades.ts';
import { namedFacets } from '../claims/named-facets.ts';
import type { ProfileTexts } from './shown-profile.ts';

/** What a member writes of themselves, and what they write as a wish, deny, no longer do, or tell of others. */
export interface WrittenTerms {
  id: number;
  own: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

/** The facets that a member's texts name. */
export function writtenTerms(member: ProfileTexts & { id: number }, index: ProseIndex): WrittenTerms {
  const own = new Set<string>();
  const other = new Set<string>();
  const texts = [member.bio, ...member.prompt_responses.map(({ response }) => response)];
  for (const sentence of texts.flatMap(wholeSentences)) {
    for (const facet of namedFacets(sentence, 0, index)) {
      const at = sentence.indexOf(facet.label);
      const isTurned = at >= 0 && turningWord(sentence, at, at + facet.label.length) !== undefined;
      [facet.folded, ...facet.also, ...facet.broader].forEach((term) => (isTurned ? other : own).add(term));
    }
    for (const { 0: word, index: at } of sentence.matchAll(/\p{L}{4,}/gu)) {
      const isTurned = turningWord(sentence, at, at + word.length) !== undefined;
      const trade = tradeAtEnd(word);
      [...stemTerms(word), ...(trade === undefined ? [] : stemTerms(trade))].forEach((term) =>
        (isTurned ? other : own).add(term),
      );
    }
  }
  termsOfLabel(member.role, '', index).forEach((term) => own.add(term));
  for (const wish of member.looking_for) {
    termsOfLabel(wish, '', index).forEach((term) => other.add(term));
  }
  return { id: member.id, own, other };
}

/** What an entry of a list names: itself, what its words name, and what that falls under. */
export function termsOfLabel(label: string, key: string, index: ProseIndex): ReadonlySet<string> {
  // In mid-sentence: at the beginning "Excel" would be read as a verb.
  const found = namedFacets(`they list ${label}`, 0, index);
  const words = foldLabel(label).match(/\p{L}{4,}/gu) ?? [];
  // Its words too: "design" of costume design.
  const terms = new Set([key.slice(key.indexOf(':') + 1), ...words, ...words.flatMap(stemTerms)]);
  found.forEach(({ folded, also, broader }) =>
    [folded, ...also, ...broader].forEach((term) => terms.add(term)),
  );
  return terms;
}

/** The forms of a word as terms, by English and by German endings: "graft" is said where "grafting" is named, "zeichne" for "zeichnet". */
export function stemTerms(word: string): string[] {
  const folded = foldLabel(word);
  return [`~${wordStem(folded)}`, `~de:${folded.replace(/(?<=\p{L}{3})(?:en|est|st|et|t|e|n)$/u, '')}`];
}
