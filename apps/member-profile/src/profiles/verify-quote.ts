import { QuotableField, Quote } from '@warren/contracts';
import type { QuoteVerdict } from '@warren/contracts';
import { stripInvisible, turningWord, wholeSentences } from '@warren/facets';
import type { ShownProfile } from './shown-profile.ts';

const minLetters = 6;

/** A member's profile as shown, and what it would be if nothing sensitive were left out. */
export interface QuotableProfile {
  shown: ShownProfile;
  whole: ShownProfile;
}

/**
 * Verifies that the named field, as shown, contains a quote word for word; white space aside. A verified quote is widened
 * to its whole sentences, since a part may say the opposite ("weld", of "I would never weld"). Words that are left out of
 * the profile as sensitive are no quote, and neither is one that is sensitive itself.
 */
export function verifyQuote(
  quote: Quote,
  profile: QuotableProfile | undefined,
  isSensitive: (text: string) => boolean,
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
  const widenedIn = (name: QuotableField): Widened | undefined =>
    shown.quotable[name]
      .map((text) => widen(words, sentencesOf(text, name)))
      .find((each) => each !== undefined);
  // of words that begin or end inside a word, too
  const standsIn = (each: ShownProfile): boolean =>
    QuotableField.options.some((name) => each.quotable[name].some((text) => folded(text).includes(words)));
  const isLeftOut = (): boolean => !standsIn(shown) && standsIn(whole);
  const widened = widenedIn(field);
  if (isSensitive(widened?.text ?? words) || isLeftOut()) {
    return rejected(
      'What a member says of health, faith, origin, family, money, whereabouts and the like is not quoted: quote something else.',
    );
  }
  if (widened !== undefined) {
    const { text, turnedBy } = widened;
    return {
      quote: { ...quote, quote: text },
      verified: true,
      reason: null,
      ...(turnedBy === undefined ? {} : { turned_by: turnedBy }),
    };
  }
  if (shown.quotable[field].some((text) => folded(text).includes(words))) {
    return rejected('These words begin or end in the middle of a word: quote whole words.');
  }
  const elsewhere = QuotableField.options.find((name) => widenedIn(name) !== undefined);
  return rejected(
    elsewhere === undefined
      ? `These words do not stand in the ${field} of member ${member_id}: copy them exactly as the profile shows them.`
      : `These words stand in the ${elsewhere} of member ${member_id}, not in its ${field}: name that field.`,
  );
}

/** The whole sentences of a quote, and the word of them that turns what it said. */
interface Widened {
  text: string;
  turnedBy: string | undefined;
}

const maxLength = Quote.shape.quote.maxLength ?? Infinity;

/** Finds whole words in a text and widens them to its sentences; not if these are longer than a quote may be. */
function widen(words: string, sentences: readonly string[]): Widened | undefined {
  const text = sentences.join('');
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const to = at + words.length;
    if (!isCut(text.slice(Math.max(0, at - 3), at), words, text.slice(to, to + 3))) {
      const [start, end] = boundsOf(sentences, at, to);
      const turnedBy = turningWord(text.slice(start, end), at - start, to - start);
      const whole = text.slice(start, end).trim();
      return { text: whole.length > maxLength ? words : whole, turnedBy };
    }
  }
  return undefined;
}

/** Where the sentences that a part of a text touches begin and end. */
function boundsOf(sentences: readonly string[], from: number, to: number): [start: number, end: number] {
  let start = 0;
  let end = 0;
  for (const { length } of sentences) {
    if (end >= to) {
      break;
    }
    start = end <= from ? end : start;
    end += length;
  }
  return [start, end];
}

/** The sentences of a field, folded; each wish is one at least. */
function sentencesOf(text: string, field: QuotableField): string[] {
  const parts = field === 'looking_for' ? text.split(/(?<=\n)/) : [text];
  return parts.flatMap(wholeSentences).map((part) => folded(part) + (/\s$/.test(part) ? ' ' : ''));
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
