import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import { MemberFileInvalid } from '../../source/source.ts';
import type { ByteSurvey } from './byte-survey.ts';
import { decodeBytes } from './decode.ts';
import { latinEncodings, plausibility } from './letters.ts';

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
  if (marked !== undefined) {
    return { name: marked, ...(marked !== 'utf-8' && { title: 'UTF-16' }) };
  }
  if (survey.invalidBytes === 0) {
    return { name: 'utf-8' };
  }
  const name = legacyEncoding(survey.sample);
  const title = titles[name] ?? name.toUpperCase();
  // In a text of Latin letters no line is valid UTF-8 by accident; in two-byte encodings a short one may be.
  const isMixed = survey.validBytes > (name in latinEncodings ? 0 : 4 * survey.invalidBytes);
  if (isMixed) {
    return {
      name: 'utf-8',
      otherLines: name,
      title: `UTF-8 and ${title}`,
      note: `Some lines of the file are UTF-8 and others are not: those are read as ${title}.`,
    };
  }
  return { name, title, note: `The file is not UTF-8: read as ${title}.` };
}

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

/** UTF-16 without a mark: most of a table is ASCII, delimiters at least, each next to a zero byte. */
function zerosOf(head: Buffer): string | undefined {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let [high, low] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    high += Number(head[2 * at] === 0);
    low += Number(head[2 * at + 1] === 0);
  }
  if (pairs >= 2 && low > pairs * 0.3 && high < pairs * 0.05) {
    return 'utf-16le';
  }
  return pairs >= 2 && high > pairs * 0.3 && low < pairs * 0.05 ? 'utf-16be' : undefined;
}

function legacyEncoding(sample: Buffer): string {
  const bytes = sample.subarray(0, 65_536);
  const scored = Object.keys(latinEncodings)
    .map((name) => ({ name, score: plausibility(decodeBytes(bytes, name), name) }))
    .toSorted((a, b) => b.score - a.score);
  const [latin] = scored;
  const isLatin = shareAlone(bytes) > 0.6;
  if (latin !== undefined && isLatin && latin.score > 0.5) {
    return latin.name;
  }
  return foreignEncoding(sample) ?? (isLatin || latin === undefined ? 'windows-1252' : latin.name);
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
    if (encoding.startsWith('utf') || encoding in latinEncodings || westernIso.has(encoding)) {
      continue;
    }
    try {
      const text = new TextDecoder(encoding).decode(sample);
      const lost = text.split('\ufffd').length - 1;
      if (lost <= text.length / 200) {
        return encoding;
      }
    } catch {
      // not one that can be decoded
    }
  }
  return undefined;
}

const westernIso = new Set(['iso-8859-1', 'iso-8859-9', 'iso-8859-2']);
