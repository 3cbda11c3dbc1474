import { QuotableField } from '@warren/contracts';
import type { Quote, QuoteVerdict } from '@warren/contracts';
import { stripInvisible } from '@warren/facets';
import type { ShownProfile } from './shown-profile.ts';

const minLetters = 6;

/** A member's profile as shown, and what it would be if nothing sensitive were left out. */
export interface QuotableProfile {
  shown: ShownProfile;
  whole: ShownProfile;
}

/**
 * Verifies that the named field, as shown, contains a quote word for word; white space aside. Words that are left out of
 * the profile as sensitive are no quote, and neither is one that is sensitive itself, as a part of a sentence may be.
 */
export function verifyQuote(
  quote: Quote,
  profile: QuotableProfile | undefined,
  isSensitive: boolean,
): QuoteVerdict {
  const { member_id, field } = quote;
  const rejected = (reason: string): QuoteVerdict => ({ quote, verified: false, reason });
  if (profile === undefined) {
    return rejected(`Member ${member_id} is not among the analysed members: quote somebody else.`);
  }
  const words = folded(quote.quote);
  if (words.replace(/\[[a-z]+\]/g, '').replace(/[^\p{L}\p{N}]/gu, '').length < minLetters) {
    return rejected('Too little is left without names and contacts: quote more.');
  }
  const { shown, whole } = profile;
  const isIn = (name: QuotableField): boolean =>
    shown.quotable[name].some((text) => hasWords(folded(text), words));
  // of words that begin or end inside a word, too
  const standsIn = (each: ShownProfile): boolean =>
    QuotableField.options.some((name) => each.quotable[name].some((text) => folded(text).includes(words)));
  const isLeftOut = (): boolean => !standsIn(shown) && standsIn(whole);
  if (isSensitive || isLeftOut()) {
    return rejected(
      'What a member says of health, faith, origin, family, money, whereabouts and the like is not quoted: quote something else.',
    );
  }
  if (isIn(field)) {
    return { quote: { ...quote, quote: words }, verified: true, reason: null };
  }
  if (shown.quotable[field].some((text) => folded(text).includes(words))) {
    return rejected('These words begin or end in the middle of a word: quote whole words.');
  }
  const elsewhere = QuotableField.options.find(isIn);
  return rejected(
    elsewhere === undefined
      ? `These words do not stand in the ${field} of member ${member_id}: copy them exactly as the profile shows them.`
      : `These words stand in the ${elsewhere} of member ${member_id}, not in its ${field}: name that field.`,
  );
}

/** Checks whether a text contains whole words: the end of "unable" means the opposite, and so does that of "can’t". */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (
      !isCut(text.slice(Math.max(0, at - 3), at), words, text.slice(at + words.length, at + words.length + 3))
    ) {
      return true;
    }
  }
  return false;
}

/** Scripts without spaces between words, where a word may end after any letter. */
const unspaced =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const part = `(?!${unspaced})[\\p{L}\\p{M}\\p{N}]`;
const begins = new RegExp(`^${part}`, 'u');
const ends = new RegExp(`${part}$`, 'u');
const goesOn = new RegExp(`^['’]?${part}`, 'u');
const wentBefore = new RegExp(`${part}['’]?$`, 'u');

function isCut(before: string, words: string, after: string): boolean {
  return (begins.test(words) && wentBefore.test(before)) || (ends.test(words) && goesOn.test(after));
}

function folded(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ');
}
