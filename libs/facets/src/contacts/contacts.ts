import { withoutAddresses } from './addresses.ts';
import { withoutEmails } from './emails.ts';
import { withoutFediverse, withoutHandles } from './handles.ts';
import { withoutPhones } from './phones.ts';
import { withoutUrls } from './urls.ts';

/** Says whether a word is a term of the vocabulary: `ASP.NET` and `draw.io` look like addresses and are none. */
export type IsTerm = (word: string) => boolean;

/**
 * A text with every e-mail, URL, handle, street address and telephone number replaced by what kind of thing it was;
 * the text as `visible` leaves it.
 */
export function withoutContacts(text: string, isTerm: IsTerm): string {
  const mailless = withoutEmails(withoutFediverse(text), isTerm);
  return withoutPhones(withoutAddresses(withoutHandles(withoutUrls(mailless, isTerm))));
}

/** Whether a text holds a way to reach somebody; the text as `visible` leaves it. */
export function holdsContact(text: string, isTerm: IsTerm): boolean {
  // Most texts that are asked about are labels, of which nearly all have nothing an address needs.
  return (
    /[@&%\p{N}.:=#/|→–—]|\s-\s|(?:\b|_)(?:at|dot|as|is|under|one|two|three|insta\w*)(?:\b|_)/iu.test(text) &&
    withoutContacts(text, isTerm) !== text
  );
}
