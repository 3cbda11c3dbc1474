import { isDomain, label } from './domains.ts';

const stop = String.raw`\s<>"“”«»，。、；！？（）「」`;
const schemed = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,9}:\/\/|(?<![\p{L}\p{N}])www\.)[^${stop}]+`,
  'giu',
);
const network = String.raw`(?<![\p{L}\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}(?!\d))?`;
const path = String.raw`(?::\d{2,5}(?!\d))?(?:[/?#][^${stop}]*)?`;
const numeric = new RegExp(String.raw`${network}(?![\d]|\.\d)${path}`, 'gu');
const ipv6 =
  /(?<![\p{L}\p{N}:])(?=[^\s]{0,45}::)(?:[0-9a-f]{1,4}(?:::?|(?![\p{L}\p{N}:]))){3,8}(?![\p{L}\p{N}:])/giu;
const bare = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}@_-])(?<!\.[\p{L}\p{N}-]*)((?:${label}\.){1,5}\p{L}[\p{L}\p{M}\p{N}-]{1,62})(?![\p{L}\p{N}\p{M}])${path}`,
  'giu',
);
/** "mayaknits dot com", "mayaknits[.]com" */
const spelt = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?!(?:the|a|polka|dot)\s)${label}(?:\s?[([{<]\s?(?:dot|\.)\s?[)\]}>]\s?|\sdot\s)(?:com|org|net|edu|io|co|info|biz|me|shop|studio|de|fr|es|it|uk|ca|au)(?![\p{L}\p{N}])(?:\s?(?:slash|/)\s?[\p{L}\p{N}_-]+)?`,
  'giu',
);
const spaced = new RegExp(String.raw`(?<![\p{L}\p{N}-])${label}\s\.\s(?:com|org|net)(?![\p{L}\p{N}])`, 'giu');

/** Redacts URLs, with or without a scheme, by domain name or IP address. */
export function withoutUrls(text: string, isTerm: (word: string) => boolean): string {
  if (!/[.:]|\bdot\b/i.test(text)) {
    return text;
  }
  return text
    .replace(schemed, (found) => `[url]${trailing(found)}`)
    .replace(ipv6, '[url]')
    .replace(numeric, (found) => `[url]${trailing(found)}`)
    .replace(bare, (found: string, name: string) =>
      isTerm(name) || !isDomain(name) ? found : `[url]${trailing(found)}`,
    )
    .replace(spelt, '[url]')
    .replace(spaced, '[url]');
}

/** Trailing punctuation, which belongs to the sentence. */
function trailing(found: string): string {
  return /[)\]}.,;:!?'’*_~]*$/u.exec(found)?.[0] ?? '';
}
