import { stripInvisible, withoutContacts } from '@warren/facets';
import { withoutOwnHandles } from './own-handles.ts';
import { withoutNames } from './without-names.ts';
import type { NameContext } from './without-names.ts';

/** Whose text it is, by which names and accounts, and what is known of others. */
export interface Writer extends NameContext {
  handles?: readonly string[];
}

/** A text as it may leave the house: no names of members, no contacts, no characters that cannot be seen. */
export function pseudonymise(text: string, writer: Writer): string {
  const reachless = withoutContacts(stripInvisible(text), writer.isTerm);
  return withoutNames(withoutOwnHandles(reachless, writer.handles ?? []), writer);
}

/** At most so many characters, cut between words, with a sign that it was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most).toWellFormed().replace('\ufffd', '');
  return `${cut.replace(/\s+\S*$/u, '')} …`;
}
