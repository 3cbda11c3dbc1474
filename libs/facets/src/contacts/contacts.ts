import { withoutAddresses } from './addresses.ts';
import { withoutEmails } from './emails.ts';
import { withoutFediverse, withoutHandles } from './handles.ts';
import { withoutPhones } from './phones.ts';
import { withoutUrls } from './urls.ts';

/** Predicate for terms of the vocabulary: `ASP.NET` and `draw.io` look like addresses and are not. */
type IsTerm = (word: string) => boolean;

/**
 * Replaces every e-mail address, URL, handle, street address and telephone number by its kind; expects a text from
 * `stripInvisible`.
 */
export function withoutContacts(text: string, isTerm: IsTerm): string {
  const withoutMail = withoutEmails(withoutFediverse(text), isTerm);
  return withoutPhones(withoutAddresses(withoutHandles(withoutUrls(withoutMail, isTerm))));
}

/** Returns whether a text contains contact details; expects a text from `stripInvisible`. */
export function holdsContact(text: string, isTerm: IsTerm): boolean {
  // Most of these texts are labels, and nearly all lack the characters of an address.
  return (
    /[@&%\p{N}.:=#/|→–—]|\s-\s|(?:\b|_)(?:at|dot|as|is|under|one|two|three|insta\w*)(?:\b|_)/iu.test(text) &&
    withoutContacts(text, isTerm) !== text
  );
}
