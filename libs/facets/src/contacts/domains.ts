import { createRequire } from 'node:module';
import { z } from 'zod';

// The package is JSON alone, which native ESM imports only with an attribute that Jest does not know.
const listed = z.array(z.string()).parse(createRequire(import.meta.url)('tlds'));
const topLevel = new Set([...listed, 'example', 'onion']);

/** File extensions that are country domains too; `main.py` is a file. */
const fileEndings = new Set('py sh md rs pl zip mov ps cc ml so ai app'.split(' '));
const plainFiles = new Set(
  'main index readme setup script test app manage config license changelog'.split(' '),
);

/** Tools named after their websites: their names are not addresses. */
const tools = new Set(
  'kepler.gl deck.gl luma.gl plot.ly fast.ai draw.io socket.io last.fm data.world cal.com'.split(' '),
);

/** One label of a domain name, for use with the flag `u`. */
export const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62}[\p{L}\p{N}\p{M}])?`;

/** Returns whether a word is the last label of a domain name (IANA's list). */
export function isTopLevel(word: string): boolean {
  return topLevel.has(word.toLowerCase()) || /^xn--[a-z0-9-]{2,59}$/i.test(word);
}

/** Returns whether dotted words are a domain name, not two sentences without a space, initials, a file or `ASP.NET`. */
export function isDomain(name: string): boolean {
  if (tools.has(name.toLowerCase())) {
    return false;
  }
  const labels = name.split('.');
  const last = labels.pop() ?? '';
  const holder = labels.at(-1) ?? '';
  if (!isTopLevel(last) || labels.length === 0 || (!/\p{L}/u.test(labels.join('')) && last !== 'com')) {
    return false;
  }
  const areInitials = labels.length > 1 && labels.every(({ length }) => length === 1);
  const isNextSentence =
    /^\p{Lu}\p{Ll}+$/u.test(last) && /\p{Ll}$/u.test(holder) && !/^(?:com|org|net)$/i.test(last);
  const isFile = labels.length === 1 && fileEndings.has(last) && plainFiles.has(holder.toLowerCase());
  const isDotNet = last === 'NET' && labels.length === 1 && holder.length <= 3;
  return !areInitials && !isNextSentence && !isFile && !isDotNet;
}
