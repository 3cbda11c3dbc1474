/** Letters outside ASCII, in lower case, that the languages of an encoding use. */
const western = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúüç',
  'áâãàçéêíóôõúü',
  'àèéìíîòóùú',
  'åäöæøéüá',
  'éëïóöüèêç',
  'áðéíóúýþæö',
];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţșț'];
const turkish = ['çğıöşüâîi̇'];
const baltic = ['ąčęėįšųūž', 'āčēģīķļņšūžõ', 'äöüõšž'];

/** Encodings of the Latin alphabet with one byte a letter and their languages, the likelier first. */
export const latinEncodings: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': western,
  macintosh: western,
  ibm850: western,
  'windows-1250': central,
  'iso-8859-2': central,
  'windows-1254': turkish,
  'windows-1257': baltic,
  'iso-8859-15': western,
};

const marks = new Set('’‘“”„‚–—…«»‹›€•·°§®™©£¿¡ºª²³½¼´\u00a0\u00ad');

/**
 * Share of the characters outside ASCII that one language of the encoding explains, 0 to 1, more for Windows-1252: letters of its alphabet where
 * its case is right (no capital within a word in small letters), and marks that do not stand within a word.
 */
export function plausibility(text: string, encoding: string): number {
  const languages = latinEncodings[encoding] ?? [];
  const explained = languages.map(() => 0);
  const seen = new Set<string>();
  let any = 0;
  let all = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) {
      continue;
    }
    all += 1;
    const letter = text.charAt(at);
    seen.add(letter);
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (marks.has(letter)) {
      const isWithin = isLetter(before) && isLetter(after);
      if (!isWithin || letter === '’' || letter === '·') {
        any += 1;
        for (const index of languages.keys()) {
          explained[index] = (explained[index] ?? 0) + 1;
        }
      }
      continue;
    }
    const small = letter.toLowerCase();
    if (letter !== small && isSmall(before)) {
      continue;
    }
    let isKnown = false;
    for (const [index, letters] of languages.entries()) {
      if (letters.includes(small)) {
        explained[index] = (explained[index] ?? 0) + 1;
        isKnown = true;
      }
    }
    any += Number(isKnown);
  }
  if (all === 0) {
    return 0;
  }
  const alone = Math.max(...explained) / all;
  if (encoding !== 'windows-1252') {
    return alone;
  }
  // By far the most common: people from all over western Europe stand in one list, and few letters are no evidence.
  const together = any / all;
  return Math.max(0.85 * together, alone) + (0.1 + 1 / Math.max(1, seen.size)) * together;
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

function isSmall(text: string): boolean {
  return /^\p{Ll}$/u.test(text);
}
