const named: Record<string, string> = { amp: '&', nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Removes what programs put into headings: HTML, Markdown, a mark of required answers, the number of the question. */
export function cleanHeading(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|nbsp|lt|gt|quot|apos|#39);/g, (_, name: string) => named[name] ?? "'")
    .replace(/[*`]+|(?<![\p{L}\p{N}])__(?=\S)|(?<=\S)__(?![\p{L}\p{N}_])/gu, ' ')
    .replace(/__c$/, '')
    .replace(/^(?:question|frage|custom (?:field|question)|pregunta|domanda|vraag)\s*:\s+(?=\S)/i, '')
    .replace(/^[#\s]+(?=[\p{L}])/u, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:q|f|frage|question|pregunta|domanda|vraag|pergunta)\s?)?\d{1,3}[a-z]?\s?(?:[.):]\s?|[-–—]\s)(?=\S*\p{L}{2}|\p{L}(?:[.+#]|\s|$))/iu,
      '',
    )
    .replace(/^q\d{1,3}[_\s](?!(?:part|other|text)\b|(?:part|other|text)_)(?=\p{L}{2})/iu, '')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
    .trim();
}

/** Removes remarks in brackets: "(optional)", "(select all that apply)". */
export function withoutRemarks(text: string): string {
  const rest = text.replace(/\s*[([{（][^()[\]{}（）]*[)\]}）]\s*/gu, ' ').trim();
  return /\p{L}/u.test(rest) ? rest : text;
}

/** Folds letters: no case, no diacritics, no ligatures. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i');
}

/** Names that are one word whatever their capitals and hyphens. */
const joined: readonly [RegExp, string][] = [
  [/\be mails?\b/g, 'email'],
  [/\blinked in\b/g, 'linkedin'],
  [/\bgit hub\b/g, 'github'],
  [/\bwhats app\b/g, 'whatsapp'],
  [/\buser name\b/g, 'username'],
];

/** Words of a heading, folded; camelCase, snake_case, hyphens and paths are parted, numbers from letters too. */
export function headingWords(text: string): string[] {
  const parted = /\s/.test(text.trim())
    ? text
    : text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  let words = foldText(parted)
    .replace(/n['’]t\b/g, 'nt')
    .replace(/(\p{L})['’]s\b/gu, '$1')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replaceAll('#', ' number ')
    .replace(/\bn[°º]|№/gu, ' no ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const [pattern, word] of joined) {
    words = words.replace(pattern, word);
  }
  return words === '' ? [] : words.split(' ');
}

/** Writes words with umlauts spelled out (`faehigkeiten`) as folding writes umlauts; undefined if there are none. */
export function withoutSpelledUmlauts(words: readonly string[]): string[] | undefined {
  return words.some((word) => /[aou]e/.test(word))
    ? words.map((word) => word.replace(/([aou])e/g, '$1'))
    : undefined;
}

/** Returns whether a heading is a code that tells a person nothing: `Q7_Part_1`, `SQ001`, `V12`, `column 5`. */
export function isCode(text: string): boolean {
  return /^(?:column|unnamed|spalte|colonne|columna|field|feld)?[\s:_.]*[a-z]{0,3}\d+(?:[_.\s-]*(?:part|other|text|sq|a|x)?[_.\s-]*\d*)*$/i.test(
    text.trim(),
  );
}
