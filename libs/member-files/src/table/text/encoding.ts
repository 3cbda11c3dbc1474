import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { MemberFileInvalid } from '../../source/source.ts';
import type { ByteSurvey } from './byte-survey.ts';
import { decodeBytes } from './decode.ts';
import { latinEncodings, plausibility } from './letters.ts';
import type { Plausibility } from './letters.ts';

/** How the bytes of a file become text. */
export interface Encoding {
  /** A name that `TextDecoder` knows, or `ibm850`. */
  name: string;
  /** Encoding of the lines that are not valid UTF-8, where others are. */
  otherLines?: string;
  /** For people: "Windows-1252"; undefined for UTF-8. */
  title?: string;
  /** A sentence for people, where the file is not plain UTF-8. */
  note?: string;
}

const titles: Record<string, string> = {
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  ibm850: 'DOS code page 850',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-1257': 'Windows-1257',
  'koi8-r': 'KOI8-R',
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  gb18030: 'GB 18030',
  big5: 'Big5',
};

/**
 * Chooses the encoding of a file: by its byte-order mark, by the zero bytes of UTF-16, UTF-8 where all of it is valid, and
 * else by which letters its bytes would be.
 * @throws MemberFileInvalid for UTF-32
 */
export function encodingOf(survey: ByteSurvey): Encoding {
  const marked = markOf(survey.head);
  if (marked !== undefined && marked !== 'utf-8') {
    return { name: marked, title: 'UTF-16' };
  }
  if (survey.invalidBytes === 0) {
    return { name: 'utf-8' };
  }
  const foreign = linesWithoutUtf8(survey.sample);
  const name = foreign.length === 0 ? 'windows-1252' : legacyEncoding(foreign);
  const title = titles[name] ?? name.toUpperCase();
  // In a text of Latin letters no line is valid UTF-8 by accident; in two-byte encodings a short one may be.
  const isMixed =
    marked === 'utf-8' ||
    foreign.length < survey.sample.length / 2 ||
    survey.validBytes > (name in latinEncodings ? 0 : 4 * survey.invalidBytes);
  if (isMixed) {
    const note =
      foreign.length === 0
        ? 'Some bytes of the file are not UTF-8.'
        : `Some lines of the file are UTF-8 and others are not: those are read as ${title}.`;
    return {
      name: 'utf-8',
      otherLines: name,
      title: foreign.length === 0 ? 'UTF-8' : `UTF-8 and ${title}`,
      note,
    };
  }
  return { name, title, note: `The file is not UTF-8: read as ${title}.` };
}

/** The lines in which UTF-8 finds fewer letters than broken bytes; the others are UTF-8 that was cut or damaged. */
function linesWithoutUtf8(sample: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let start = 0; start < sample.length;) {
    const end = sample.indexOf(0x0a, start) + 1 || sample.length;
    const line = sample.subarray(start, end);
    const text = line.toString();
    const lost = text.split('\ufffd').length - 1;
    if ((text.match(outsideAscii)?.length ?? 0) < 2 * lost) {
      lines.push(line);
    }
    start = end;
  }
  return Buffer.concat(lines);
}

const outsideAscii = /[\u0080-\u{10ffff}]/gu;

function markOf(head: Buffer): string | undefined {
  const [first, second, third, fourth] = head;
  if (
    (first === 0xff && second === 0xfe && third === 0 && fourth === 0) ||
    (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
  ) {
    throw new MemberFileInvalid('the file is UTF-32, which few programs read: save it as UTF-8');
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) {
    return 'utf-16be';
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  return zerosOf(head);
}

/** UTF-16 without a mark: the delimiters at least are ASCII, each next to a zero byte; no other text has any. */
function zerosOf(head: Buffer): string | undefined {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let [high, low] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    high += Number(head[2 * at] === 0);
    low += Number(head[2 * at + 1] === 0);
  }
  if (low > pairs * 0.02 && high <= low / 10) {
    return 'utf-16le';
  }
  return high > pairs * 0.02 && low <= high / 10 ? 'utf-16be' : undefined;
}

function legacyEncoding(sample: Buffer): string {
  const bytes = sample.subarray(0, 65_536);
  const scored = Object.keys(latinEncodings)
    .map((name) => {
      const text = decodeBytes(bytes, name);
      const explained = plausibility(text, name);
      return { name, text, explained, score: scoreOf(name, explained) };
    })
    .toSorted((a, b) => b.score - a.score);
  const [best] = scored;
  const alone = shareAlone(bytes);
  if (
    best === undefined ||
    !((alone > 0.6 && best.score > 0.5) || (alone > 0.3 && best.explained.alone > 0.9))
  ) {
    return foreignEncoding(sample) ?? 'windows-1252';
  }
  if (best.name === 'windows-1252' && best.explained.alone < 0.95) {
    // Each of its languages leaves something unexplained, which one of another encoding may not.
    const other = scored.find(
      ({ name, text, explained }) =>
        name !== 'windows-1252' && explained.alone > 0.99 && areDifferent(text, best.text),
    );
    return other?.name ?? best.name;
  }
  return best.name;
}

/** Windows-1252 is by far the most common: lists have people from many countries, and a few letters are no evidence. */
function scoreOf(name: string, { alone, together, different }: Plausibility): number {
  return name === 'windows-1252'
    ? Math.max(0.85 * together, alone) + (0.1 + 1 / Math.max(1, different)) * together
    : alone;
}

/** Returns whether two readings differ in more than a stray letter. */
function areDifferent(text: string, other: string): boolean {
  let [different, all] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    all += Number(text.charCodeAt(at) >= 0x80);
    different += Number(text.charCodeAt(at) !== other.charCodeAt(at));
  }
  return different >= 2 && different >= all / 10;
}

/** Share of the bytes outside ASCII that stand alone: Latin words have few, other scripts little else. */
function shareAlone(bytes: Buffer): number {
  let [alone, all] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) >= 0x80) {
      all += 1;
      alone += Number((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80);
    }
  }
  return all === 0 ? 1 : alone / all;
}

/** The likeliest encoding of another script in which nearly all of the sample can be decoded. */
function foreignEncoding(sample: Buffer): string | undefined {
  for (const { name } of analyse(sample.subarray(0, 65_536))) {
    const encoding = name.toLowerCase();
    if (!foreignEncodings.has(encoding)) {
      continue;
    }
    const text = new TextDecoder(encoding).decode(sample);
    const lost = text.split('\ufffd').length - 1;
    if (lost <= text.length / 200) {
      return encoding;
    }
  }
  return undefined;
}

const foreignEncodings = new Set([
  ...['windows-1251', 'koi8-r', 'iso-8859-5', 'windows-1253', 'iso-8859-7', 'windows-1255', 'iso-8859-8'],
  ...['windows-1256', 'iso-8859-6', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr', 'gb18030', 'big5'],
]);
