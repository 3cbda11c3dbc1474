/** Says whether a word is a term of the vocabulary: `ASP.NET` and `draw.io` look like addresses and are none. */
export type IsTerm = (word: string) => boolean;

const domains =
  'com|org|net|edu|gov|info|biz|io|co|ai|me|tv|app|dev|art|shop|store|studio|design|blog|club|xyz|site|online|page|' +
  'social|link|bio|space|world|life|photo|photography|gallery|music|band|farm|garden|cafe|community|coop|church|us|uk|' +
  'ca|au|nz|ie|de|at|ch|fr|es|it|pt|nl|be|se|no|dk|fi|pl|cz|eu|in|jp|br|mx';

/** Each kind of contact and how it is written; every run is bounded, so that no text takes long. */
const patterns: readonly (readonly [placeholder: string, pattern: RegExp])[] = [
  // Mastodon, before its second half is taken for an e-mail.
  [
    '[handle]',
    /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
  ],
  ['[email]', /(?:mailto:)?[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/giu],
  // "maya (at) example (dot) org", "maya at example dot org"
  [
    '[email]',
    /[\p{L}\p{N}._%+-]{1,64}\s?(?:[([{<]\s?at\s?[)\]}>]|\s@\s)\s?[\p{L}\p{N}-]{1,63}\s?(?:\.|[([{<]\s?dot\s?[)\]}>]|\sdot\s)\s?\p{L}{2,24}/giu,
  ],
  ['[email]', /[\p{L}\p{N}._%+-]{1,64}\sat\s[\p{L}\p{N}-]{1,63}\sdot\s\p{L}{2,24}/giu],
  ['[url]', /(?:\b[a-z][a-z0-9+.-]{1,9}:\/\/|\bwww\.)[^\s<>"')\]]+[^\s<>"')\].,;:!?]/giu],
  ['[handle]', /(?<![\p{L}\p{N}._])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}/gu],
  ['[handle]', /(?<![\p{L}\p{N}])u\/[\p{L}\p{N}_-]{3,64}/gu],
  ['[handle]', /(?<![\p{L}\p{N}._])[\p{L}\p{N}._]{2,32}#\d{4}(?!\d)/gu],
  [
    '[handle]',
    /(?<=\b(?:instagram|insta|ig|twitter|telegram|discord|snapchat|tiktok|signal|whatsapp|skype|wechat|bluesky|mastodon|linkedin|facebook|fb)\s?(?:handle|name|id)?\s?[:=]\s?)[\p{L}\p{N}_.-]{3,64}/giu,
  ],
];

const bareDomain = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,5}(?:${domains})(?![\p{L}\p{N}-])(?:/[^\s<>"')\]]*)?`,
  'giu',
);

const streetTypes =
  '[Ss]treet|St|[Aa]venue|Ave|[Rr]oad|Rd|[Ll]ane|Ln|[Dd]rive|Dr|[Bb]oulevard|Blvd|[Cc]ourt|Ct|Way|[Pp]lace|Pl|' +
  '[Tt]errace|Ter|[Cc]ircle|Cir|[Hh]ighway|Hwy|[Ss]quare|Sq|[Pp]arkway|Pkwy|[Cc]rescent|[Mm]ews|[Cc]lose';
const addresses = [
  // 412 N. Oak Street, Apt 3
  new RegExp(
    String.raw`\b\d{1,5}[A-Za-z]?,?\s+(?:[NSEW]\.?\s+)?(?:(?:\p{Lu}|\d)[\p{L}\p{N}'’.-]*\s+){1,4}(?:${streetTypes})\b\.?` +
      String.raw`(?:,?\s*(?:[Aa]pt|[Uu]nit|[Ss]uite|[Ss]te|#)\.?\s*\w+)?`,
    'gu',
  ),
  /\b\d{1,5}\s+(?:[nsew]\.?\s+)?\p{Ll}+\s+(?:street|avenue|boulevard|blvd|ave)\b/gu,
  /(?<!\p{L})\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|gasse|platz|allee)\s+\d{1,4}[a-z]?\b/gu,
  /\b(?:p\.?\s?o\.?|post office)\s+box\s+\d+/giu,
];

const number = /(?<![\p{L}\p{N}.,$€£#])(?:\+|00)?\(?\d[\d\s().\-/\u2010-\u2015]{5,24}\d(?![\p{L}\p{N}])/gu;

/** A number of 7 to 15 digits (E.164), unless it is written as years or a date. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  const isYears = /^(?:19|20)\d\d(?:\s*[-–/\s]\s*(?:19|20)\d\d)+$/u.test(text);
  const isDate = /^(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}$|^\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d$/.test(text);
  return digits >= 7 && digits <= 15 && !isYears && !isDate;
}

/** A text with every e-mail, URL, handle, street address and telephone number replaced by what kind of thing it was. */
export function withoutContacts(text: string, isTerm: IsTerm): string {
  let result = text;
  for (const [placeholder, pattern] of patterns) {
    result = result.replace(pattern, placeholder);
  }
  result = result.replace(bareDomain, (found) => (isTerm(found) ? found : '[url]'));
  for (const pattern of addresses) {
    result = result.replace(pattern, '[address]');
  }
  return result.replace(number, (found) => (isPhone(found) ? '[phone]' : found));
}

/** Whether a text holds a way to reach somebody. */
export function holdsContact(text: string, isTerm: IsTerm): boolean {
  // Most texts that are asked about are labels, of which nearly all have nothing an address needs.
  return /[@\d.:=#/]|\b(?:at|dot)\b/i.test(text) && withoutContacts(text, isTerm) !== text;
}
