import { basename } from 'node:path';

/** Endings of files, several at once (`.csv.gz`); not `.5`, as in a version. */
const endings = /(?:\.\p{L}[\p{L}\p{N}]{0,9})+$/u;

/** Languages whose names of months are recognised beside a day or a year. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv'];
const months = [
  ...new Set(
    languages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(language, { month });
        return Array.from({ length: 12 }, (_, at) =>
          format
            .format(new Date(2026, at, 1))
            .replace(/\.$/, '')
            .toLowerCase(),
        );
      }),
    ),
  ),
].toSorted((a, b) => b.length - a.length);

const month = `(?:${months.join('|')})`;
const year = String.raw`(?:19|20)\d\d`;
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const apart = String.raw`[\s._,-]*`;

/** What a file's name has beside the name of what is in it, in the order in which it is removed. */
const noise: readonly RegExp[] = [
  // identifiers: UUIDs, hashes
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/giu,
  /(?<![\p{L}\p{N}])(?=[a-f]*\d)[0-9a-f]{16,}(?![\p{L}\p{N}])/giu,
  // times, beside a date or in ISO 8601
  new RegExp(
    String.raw`(?<=\d)[T_ -]+(?:at )?\d{1,2}[-:.h]\d{2}(?:[-:.]\d{2})?(?:[.,]\d+)?(?: ?[ap]m)?Z?(?![\p{L}\p{N}])`,
    'giu',
  ),
  /(?<=\d{8})[T_-]?\d{4}(?:\d{2})?Z?(?!\d)/gu,
  // dates
  new RegExp(String.raw`${year}年(?:\d{1,2}月(?:\d{1,2}日)?)?`, 'gu'),
  new RegExp(String.raw`(?<!\d)${year}[._-]?(?:0[1-9]|1[0-2])[._-]?(?:0[1-9]|[12]\d|3[01])(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)\d{1,2}[._-]\d{1,2}[._-](?:${year}|\d\d)(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)${year}[._-]\d{1,2}(?:[._-]\d{1,2})?(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)${year}(?:0[1-9]|1[0-2])(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)\d{1,2}[._-]${year}(?!\d)`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${day}${apart})?${month}${apart}(?:${day}${apart})?${year}(?!\\d)`,
    'giu',
  ),
  new RegExp(`(?<!\\d)${year}${apart}${month}(?:${apart}${day})?(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:[QH][1-4]${apart})?${year}(?:${apart}(?:[QHW]|KW|CW)\d{1,2})?(?!\d)`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{N}])${year}(?![\p{N}])`, 'gu'),
  // copies and versions
  /\(\s*\d+\s*\)|\[\s*\d+\s*\]/gu,
  /(?<![\p{L}\p{N}])(?:v|ver|version|rev|revision)[\s._-]*\d+(?:\.\d+)*[a-z]?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])copy(?:[\s_-]+of(?![\p{L}\p{N}])|[\s_-]+\d+(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:export(?:s|ed)?|final|draft|latest|download(?:s|ed)?|updated)[\s_-]?\d*(?![\p{L}\p{N}])/giu,
];

/**
 * Name for a community whose members come from a file: the file's name without endings, dates, times, versions and words
 * such as "export" and "final". `members-2026-11.csv` is "Members"; "My community" where nothing is left.
 */
export function nameOfFile(file: string): string {
  const stem = basename(file).normalize('NFC').replace(endings, '');
  const words = separated(stem);
  const left = noise
    .reduce((text, pattern) => text.replaceAll(pattern, ' '), words)
    .replaceAll(/[^\p{L}\p{M}\p{N}'’&]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim();
  return /\p{L}/u.test(left) ? left.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : 'My community';
}

/** A name in camel case is several words, unless it has other separators. */
function separated(stem: string): string {
  return /[\s._-]/.test(stem)
    ? stem
    : stem.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{3})(?=(?:19|20)\d\d)/gu, ' ');
}
