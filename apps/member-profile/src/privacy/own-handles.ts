import { foldName, namesOf } from './names.ts';

/** The fields of a member that reveal account names. */
export interface ContactFields {
  first_name: string;
  last_name: string;
  email: string | null;
  website: string;
  urls: readonly string[];
}

const minLength = 4;
/** Sites whose paths name accounts. */
const accountSites =
  /(?:^|\.)(?:instagram|facebook|twitter|x|linkedin|tiktok|youtube|github|gitlab|threads|t|etsy|bsky|medium|patreon|pinterest|behance|dribbble|soundcloud|vimeo|twitch|reddit|tumblr|ravelry|flickr)\.(?:com|net|me|app|tv)$/i;

/** Account names that a member's own addresses reveal, to be redacted in the member's texts too. */
export function ownHandles({ first_name, last_name, email, website, urls }: ContactFields): string[] {
  const mailbox = email?.split('@', 1)[0] ?? '';
  const names = namesOf(first_name, last_name).filter((name) => name.length >= 3 && !name.includes(' '));
  const isOwn = (word: string): boolean => names.some((name) => foldName(word).includes(name));
  const accounts = [website, ...urls].flatMap(accountsIn);
  return [...new Set([mailbox, ...accounts])].filter(
    (word) =>
      word.length >= minLength &&
      (accounts.includes(word) || isOwn(word) || /[\p{L}_][\d_.]+\p{L}|\d/u.test(word)),
  );
}

/** Redacts these account names, as whole words only. */
export function withoutOwnHandles(text: string, handles: readonly string[]): string {
  return handles.reduce(
    (result, handle) =>
      result.replace(
        new RegExp(String.raw`(?<![\p{L}\p{N}_[])${RegExp.escape(handle)}(?![\p{L}\p{N}_\]])`, 'giu'),
        '[handle]',
      ),
    text,
  );
}

function accountsIn(url: string): string[] {
  const parsed = URL.parse(/^[a-z]+:/i.test(url) ? url : `https://${url}`);
  if (parsed === null || !accountSites.test(parsed.hostname)) {
    return [];
  }
  const last = parsed.pathname.split('/').findLast((part) => part !== '') ?? '';
  return [last.replace(/^@/, '')].filter((word) => /^[\p{L}\p{N}_.-]+$/u.test(word));
}
