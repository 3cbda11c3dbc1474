const label = String.raw`(?<=(?<![\p{L}])(?:tel|telefon|phone|ph|call|cell|mobile|mob|text|sms|fax|whatsapp|ring|nr|no|t|m|p)\.?)`;
const separators = String.raw`\s().\-/·•_~\u2010-\u2015\u2212`;
const extension = String.raw`(?:[\s,;]{0,3}(?:ext(?:ension)?|x|durchwahl|poste|app)\.?[:\s]{0,2}\d{1,6})?`;
const written = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}$€£#]|\p{Nd}[.,])|${label})(?:\+\s?|00)?(?:\((?=\+?\p{Nd}{1,5}\))\+?)?\p{Nd}[\p{Nd}${separators}]{5,26}\p{Nd}(?!\p{Nd})${extension}`,
  'giu',
);
/** "541-555-CLAY", "1-800-POTTERY" */
const lettered =
  /(?<![\p{L}\p{N}])(?:\+?1[-. ])?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[-. ])(?:\d{3}[-. ][A-Z]{4}|[A-Z]{3}-[A-Z]{4}|[A-Z]{6,8})(?![\p{L}\p{N}])/gu;
const digitWord = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const spelt = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:${digitWord}|double|triple|\d{1,4})[\s,.-]{1,3}){6,18}(?:${digitWord}|\d{1,4})(?![\p{L}\p{N}])`,
  'giu',
);
const bookNumber = /\b(?:ISBN|ISSN|EAN|DOI)(?:-1[03])?:?\s?$/i;

const year = String.raw`(?:19|20)\d\d`;
const date = String.raw`${year}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:${year}|\d\d(?!\d))`;
const days = new RegExp(String.raw`^(?:${date}|${year})(?:[\s\-–/]+(?:${date}|${year}|\d{1,2}))*$`, 'u');
const amount = /^\d{1,3}(?:[ ._]\d{3})*[ ._]000$|^\d{4,}\.\d{1,2}$/;
const measured =
  /^\s?(?:€|\$|£|%|km\b|kg\b|euros?\b|dollars?\b|people\b|views\b|followers\b|steps\b|words\b)/iu;

/** Redacts telephone numbers: 7 to 15 digits (E.164) that are not a date, an amount or an ISBN. */
export function withoutPhones(text: string): string {
  return text
    .replace(written, (found: string, ...rest: unknown[]) => {
      const at = Number(rest.at(-2));
      return isPhone(
        found,
        text.slice(Math.max(0, at - 12), at),
        text.slice(at + found.length, at + found.length + 12),
      )
        ? `[phone]`
        : found;
    })
    .replace(lettered, '[phone]')
    .replace(spelt, (found) => (/\p{L}/u.test(found) ? '[phone]' : found));
}

function isPhone(found: string, before: string, after: string): boolean {
  const number = found.replace(/[\s,;]*[a-z].*$/isu, '');
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0;
  const longest = number.startsWith('00') ? 17 : 15;
  if (digits < 7 || digits > longest || bookNumber.test(before)) {
    return false;
  }
  return number.startsWith('+') || !(days.test(number) || amount.test(number) || measured.test(after));
}
