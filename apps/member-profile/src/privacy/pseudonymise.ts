import { stripInvisible, withoutContacts } from '@warren/facets';
import { withoutOwnHandles } from './own-handles.ts';
import { withoutNames } from './without-names.ts';
import type { NameContext } from './without-names.ts';

/** Names and account names of a text's author, and the known names of others. */
export interface Author extends NameContext {
  handles?: readonly string[];
}

/** Pseudonymises a text: removes names of members, contacts and invisible characters. */
export function pseudonymise(text: string, author: Author): string {
  const withoutContactDetails = withoutContacts(stripInvisible(text), author.isTerm);
  return withoutNames(withoutOwnHandles(withoutContactDetails, author.handles ?? []), author);
}

/** Truncates a text between words, with an ellipsis. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) {
    return text;
  }
  const cut = text.slice(0, maxLength).toWellFormed().replace('\ufffd', '');
  return `${cut.replace(/\s+\S*$/u, '')} …`;
}
