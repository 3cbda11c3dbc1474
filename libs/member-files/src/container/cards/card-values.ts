import { TextDecoder } from 'node:util';
import type { CardLine } from './card-lines.ts';

/** The value of a property as text, its escapes left in. */
export function decodedValue({ parameters, value }: CardLine): string {
  const encodings = parameters.get('ENCODING') ?? [];
  if (encodings.includes('B') || encodings.includes('BASE64')) {
    return '';
  }
  const isQuoted = encodings.includes('QUOTED-PRINTABLE');
  const bytes = Buffer.from(
    isQuoted
      ? value.replaceAll(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      : value,
    'latin1',
  );
  return textOf(bytes, parameters.get('CHARSET')?.[0]).replaceAll(/\r\n?/g, '\n');
}

/** Decodes UTF-8, and where it is none the named character set, or that of Windows. */
function textOf(bytes: Buffer, charset = 'windows-1252'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

/** Splits a value at a separator that is not escaped, and unescapes each part once. */
export function partsOf(value: string, separator: ',' | ';', isOldest = false): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [piece] of value.matchAll(/\\[^]|[^]/g)) {
    if (piece === separator) {
      parts.push(part);
      part = '';
    } else {
      part += piece;
    }
  }
  parts.push(part);
  return parts.map((one) => unescaped(one, isOldest).trim());
}

/** Unescapes a value once; in version 2.1 a backslash before a letter is a backslash. */
export function unescaped(value: string, isOldest = false): string {
  return value.replaceAll(/\\([^])/g, (escape, character: string) => {
    if (character === 'n' || character === 'N') {
      return isOldest ? escape : '\n';
    }
    return /[\\,;:"]/.test(character) ? character : escape;
  });
}
