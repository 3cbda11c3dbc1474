import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { MemberSource } from '../../source/source.ts';
import { bytesOf } from './bytes.ts';

/** Characters 0x80 to 0x9f of Windows-1252, as the WHATWG encoding standard has them; the rest is Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Characters 0x80 to 0xff of IBM code page 850, which spreadsheets call "MS-DOS"; `TextDecoder` does not know it. */
const ibm850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
  'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Decodes bytes that end with a whole character. */
export function decodeBytes(bytes: Buffer, encoding: string): string {
  // By hand, since releases of Node decoded 0x80 to 0x9f of Windows-1252 as control characters.
  if (encoding === 'windows-1252') {
    return bytes
      .toString('latin1')
      .replaceAll(/[\x80-\x9f]/g, (byte) => windows1252[byte.charCodeAt(0) - 0x80] ?? byte);
  }
  if (encoding === 'ibm850') {
    return bytes
      .toString('latin1')
      .replaceAll(/[\x80-\xff]/g, (byte) => ibm850[byte.charCodeAt(0) - 0x80] ?? byte);
  }
  return new TextDecoder(encoding).decode(bytes);
}

/** Decodes a file piece by piece, without its byte-order mark; what cannot be decoded becomes U+FFFD. */
export async function* textPieces(
  source: MemberSource,
  { name, otherLines }: { name: string; otherLines?: string },
): AsyncGenerator<string> {
  if (otherLines !== undefined) {
    yield* mixedPieces(source, otherLines);
    return;
  }
  if (name === 'windows-1252' || name === 'ibm850') {
    for await (const bytes of bytesOf(source)) {
      yield decodeBytes(bytes, name);
    }
    return;
  }
  const decoder = new TextDecoder(name);
  for await (const bytes of bytesOf(source)) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') {
      yield text;
    }
  }
  const rest = decoder.decode();
  if (rest !== '') {
    yield rest;
  }
}

/** Decodes line by line: UTF-8 where a line is valid or mostly is, the other encoding where it has no UTF-8 letter. */
async function* mixedPieces(source: MemberSource, other: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const piece of bytesOf(source)) {
    const bytes = Buffer.concat([rest, piece]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    const text = mixedText(bytes.subarray(0, end), other);
    yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
    isFirst &&= text === '';
    rest = bytes.subarray(end);
  }
  yield mixedText(rest, other);
}

function mixedText(bytes: Buffer, other: string): string {
  if (isUtf8(bytes)) {
    return bytes.toString();
  }
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    const asUtf8 = line.toString();
    text +=
      isUtf8(line) || /[\u0080-\ufffc\u{10000}-\u{10ffff}]/u.test(asUtf8) ? asUtf8 : decodeBytes(line, other);
    start = end;
  }
  return text;
}
