import { isTopLevel, label } from './domains.ts';

/** The local part of an address. */
const token = String.raw`[\p{L}\p{N}_+][\p{L}\p{N}\p{M}._%+'’&=~#!$*-]{0,63}`;
const open = String.raw`\s?[([{<]\s?`;
const close = String.raw`\s?[)\]}>]\s?`;
const atWords = 'at|ät|arroba|arobase|chez';
const dotWords = 'dot|punkt|punto|point|ponto';
const at = String.raw`\s{0,2}@\s{0,2}|${open}(?:${atWords}|@|a)${close}|\s?[_*~-]at[_*~-]\s?|\s(?:${atWords})\s`;
const dot = String.raw`\.|\s\.\s?|${open}(?:${dotWords}|\.)${close}|\s?[_*~-]dot[_*~-]\s?|\s(?:${dotWords})\s`;
const spelt = String.raw`\s(?:dot|underscore|dash|hyphen|minus|plus)\s|${open}(?:dot|\.)${close}`;

const plain = new RegExp(
  String.raw`(?:mailto:)?${token}(?:@|&#64;|&#x40;|&commat;|%40)(?:${label}(?:\.${label}){1,5}|\[[\da-f.:]{3,45}\])`,
  'giu',
);
/** "maya (at) example (dot) org", "maya dot chen at example dot org", "maya @ example.org" */
const obfuscated = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}._%+'’-])((?:${token}(?:${spelt})){0,3}${token})(${at})(${label}(?:(?:${dot})${label}){1,4})`,
  'giu',
);
const dots = new RegExp(dot, 'iu');
const providers =
  'gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|protonmail|proton|gmx|aol|fastmail|posteo|web|yandex|mailbox';
const provided = new RegExp(String.raw`^(?:${providers})\.`, 'i');
/** "maya.chen at gmail" */
const withoutTopLevel = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])${token}(?:${open}(?:${atWords}|@)${close}|@)(?:${providers})(?![\p{L}\p{N}])|` +
    String.raw`(?<![\p{L}\p{N}._%+-])(?=\S*[\d._+])${token}\sat\s(?:${providers})(?![\p{L}\p{N}])`,
  'giu',
);
/** "maya@home": an address without a domain. */
const local = new RegExp(String.raw`${token}@[\p{L}\p{N}][\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}])`, 'giu');

const plainAt = new RegExp(String.raw`^\s(?:${atWords})\s$`, 'iu');
const notMailboxes =
  /^(?:looks?|looking|see|seen|visit|works?|working|worked|shops?|online|more|read|buy|here)$/i;

/** Redacts e-mail addresses, obfuscated ones too. */
export function withoutEmails(text: string, isTerm: (word: string) => boolean): string {
  const atSign = /[@&%]|(?:\b|_)(?:at|ät|arroba|arobase|chez)(?:\b|_)|\(a\)/iu;
  if (!atSign.test(text)) {
    return text;
  }
  return text
    .replace(plain, '[email]')
    .replace(obfuscated, (found: string, name: string, sign: string, domain: string) => {
      const whole = addressed(domain);
      if (whole === undefined || isTerm(whole.name) || !isMeant(name, sign, whole.name, domain)) {
        return found;
      }
      return `[email]${domain.slice(whole.length)}`;
    })
    .replace(withoutTopLevel, '[email]')
    .replace(local, '[email]');
}

/** The longest prefix of a spelt-out domain that ends in a top-level domain: its usual spelling, and its length here. */
function addressed(domain: string): { name: string; length: number } | undefined {
  const labels: string[] = [];
  let found: { name: string; length: number } | undefined;
  let at = 0;
  for (let rest = domain; rest !== ''; rest = domain.slice(at)) {
    const next = dots.exec(rest);
    const word = next === null ? rest : rest.slice(0, next.index);
    labels.push(word);
    at += word.length;
    if (labels.length > 1 && isTopLevel(word)) {
      found = { name: labels.join('.'), length: at };
    }
    at += next?.[0].length ?? 0;
  }
  return found;
}

/**
 * Returns whether an address is meant: "look at example.org" is a site; a spelt-out dot or a mailbox name says address.
 */
function isMeant(name: string, sign: string, domain: string, written: string): boolean {
  if (!plainAt.test(sign)) {
    return true;
  }
  return (
    !notMailboxes.test(name) &&
    (!/^[^\s()[\]{}<>]+$/u.test(written) || /[\d._+]/.test(name) || provided.test(domain))
  );
}
