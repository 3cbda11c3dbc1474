import { isAscii, isUtf8 } from 'node:buffer';
import { longestRecord } from '../../source/source.ts';
import type { MemberSource } from '../../source/source.ts';
import { bytesOf } from './bytes.ts';

/** What the bytes of a whole file are like. */
export interface ByteSurvey {
  /** The first bytes. */
  head: Buffer;
  /** Bytes of the lines, or pieces of lines, that have bytes outside ASCII and are valid UTF-8, and of lines that are not. */
  validBytes: number;
  invalidBytes: number;
  /** Letters that were lost before: U+FFFD in UTF-8. */
  lost: number;
  /** Lines with bytes outside ASCII, from anywhere in the file; empty where all of it is UTF-8. */
  sample: Buffer;
}

const headSize = 65_536;

/** Enough to tell encodings apart; more costs time and changes nothing. */
const sampleSize = 262_144;

/** Reads all bytes once: a file whose first megabytes are ASCII may have its only umlaut in the last line. */
export async function surveyBytes(source: MemberSource): Promise<ByteSurvey> {
  const survey: Omit<ByteSurvey, 'sample'> = {
    head: Buffer.alloc(0),
    validBytes: 0,
    invalidBytes: 0,
    lost: 0,
  };
  const sampled: Buffer[] = [];
  let size = 0;
  let rest: Buffer = Buffer.alloc(0);
  const look = (bytes: Buffer): void => {
    if (isAscii(bytes)) {
      return;
    }
    survey.lost += countOf(bytes, lost);
    if (survey.invalidBytes === 0 && isUtf8(bytes)) {
      survey.validBytes += bytes.length;
      return;
    }
    for (const line of linesIn(bytes)) {
      if (isAscii(line)) {
        continue;
      }
      if (isUtf8(line)) {
        survey.validBytes += line.length;
        continue;
      }
      survey.invalidBytes += line.length;
      if (size < sampleSize) {
        sampled.push(line.subarray(0, 4096), lineFeed);
        size += line.length;
      }
    }
  };
  for await (const piece of bytesOf(source)) {
    if (survey.head.length < headSize) {
      survey.head = Buffer.concat([survey.head, piece.subarray(0, headSize)]);
    }
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
    if (end === 0 && bytes.length > longestRecord) {
      end = wholeCharacters(bytes);
    }
    look(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  look(rest);
  return { ...survey, sample: Buffer.concat(sampled) };
}

const lineFeed = Buffer.from('\n');
const lost = Buffer.from('\ufffd');

function countOf(bytes: Buffer, found: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(found); at !== -1; at = bytes.indexOf(found, at + found.length)) {
    count += 1;
  }
  return count;
}

function* linesIn(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || byte === 0x0a || byte === 0x0d) {
      if (at > start) {
        yield bytes.subarray(start, at);
      }
      start = at + 1;
    }
  }
}

/** Length of the beginning that does not end within a UTF-8 character. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) {
      return bytes.length;
    }
    if (byte >= 0xc0) {
      return bytes.length - back;
    }
  }
  return bytes.length;
}
