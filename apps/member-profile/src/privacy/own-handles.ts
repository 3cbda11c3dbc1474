import { foldName, namesOf } from './names.ts';

/** What of a member says what the member is called online. */
export interface ContactFields {
  first_name: string;
  last_name: string;
  email: string | null;
  website: string;
  urls: readonly string[];
}

const shortest = 4;
/** Pages of many people: there the path names one of them. */
const shared =
  /(?:^|\.)(?:instagram|facebook|twitter|x|linkedin|tiktok|youtube|github|gitlab|threads|t|etsy|bsky|medium|patreon|pinterest|behance|dribbble|soundcloud|vimeo|twitch|reddit|tumblr|ravelry|flickr)\.(?:com|net|me|app|tv)$/i;

/** The names of accounts that a member's own addresses give away, to be looked for in the member's texts too. */
export function ownHandles({ first_name, last_name, email, website, urls }: ContactFields): string[] {
  const mailbox = email?.split('@', 1)[0] ?? '';
  const names = namesOf(first_name, last_name).filter((name) => name.length >= 3 && !name.includes(' '));
  const isOwn = (word: string): boolean => names.some((name) => foldName(word).includes(name));
  const accounts = [website, ...urls].flatMap(accountsIn);
  return [...new Set([mailbox, ...accounts])].filter(
    (word) =>
      word.length >= shortest &&
      (accounts.includes(word) || isOwn(word) || /[\p{L}_][\d_.]+\p{L}|\d/u.test(word)),
  );
}

/** A text without these names of accounts, written alone. */
export function withoutOwnHandles(text: string, handles: readonly string[]): string {
  return handles.reduce((result, handle) => {
    const literal = handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return result.replace(
      new RegExp(String.raw`(?<![\p{L}\p{N}_[])${literal}(?![\p{L}\p{N}_\]])`, 'giu'),
      '[handle]',
    );
  }, text);
}

function accountsIn(url: string): string[] {
  const parsed = URL.parse(/^[a-z]+:/i.test(url) ? url : `https://${url}`);
  if (parsed === null || !shared.test(parsed.hostname)) {
    return [];
  }
  const last = parsed.pathname.split('/').findLast((part) => part !== '') ?? '';
  return [last.replace(/^@/, '')].filter((word) => /^[\p{L}\p{N}_.-]+$/u.test(word));
}
