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

/** How well an encoding explains the characters outside ASCII of a text, as shares of them, 0 to 1. */
export interface Plausibility {
  /** By the language that explains most. */
  alone: number;
  /** By any of its languages. */
  together: number;
  /** Number of different characters. */
  different: number;
}

/**
 * Weighs a text as an encoding decodes it: letters of its alphabets count where their case is right (no capital within a
 * word in small letters), and marks that do not stand within a word.
 */
export function plausibility(text: string, encoding: string): Plausibility {
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
  const count = Math.max(1, all);
  return { alone: Math.max(...explained) / count, together: any / count, different: seen.size };
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

function isSmall(text: string): boolean {
  return /^\p{Ll}$/u.test(text);
}
