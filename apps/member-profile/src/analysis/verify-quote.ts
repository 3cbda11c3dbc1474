import { QuotableField } from '@warren/contracts';
import type { Quote, QuoteVerdict } from '@warren/contracts';
import { visible } from '@warren/profiles';
import type { ShownProfile } from './shown-profile.ts';

const fewestLetters = 6;

/** Whether a quote stands, word for word, in the named field as it is shown; white space aside. */
export function verifyQuote(quote: Quote, profile: ShownProfile | undefined): QuoteVerdict {
  const { member_id, field } = quote;
  const refused = (reason: string): QuoteVerdict => ({ quote, verified: false, reason });
  if (profile === undefined) {
    return refused(`Member ${member_id} is not among the analysed members: quote somebody else.`);
  }
  const words = folded(quote.quote);
  if (words.replace(/\[[a-z]+\]/g, '').replace(/[^\p{L}\p{N}]/gu, '').length < fewestLetters) {
    return refused('Too little is left without names and contacts: quote more.');
  }
  const standsIn = (name: QuotableField): boolean =>
    profile.quotable[name].some((text) => folded(text).includes(words));
  if (standsIn(field)) {
    return { quote: { ...quote, quote: words }, verified: true, reason: null };
  }
  const elsewhere = QuotableField.options.find(standsIn);
  return refused(
    elsewhere === undefined
      ? `These words do not stand in the ${field} of member ${member_id}: copy them exactly as the profile shows them.`
      : `These words stand in the ${elsewhere} of member ${member_id}, not in its ${field}: name that field.`,
  );
}

function folded(text: string): string {
  return visible(text).replace(/\s+/g, ' ');
}
