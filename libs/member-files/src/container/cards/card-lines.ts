import { piecesOf } from '../../source/bytes.ts';
import type { MemberSource } from '../../source/source.ts';
import { longestRecord } from '../../source/source.ts';
import { textOf } from '../../source/text.ts';

/** A property of a card, its value undecoded: a character a byte. */
export interface CardLine {
  /** In upper case, without its group. */
  name: string;
  /** Parameters in upper case with their values; a value without a name stands under TYPE or ENCODING. */
  parameters: Map<string, string[]>;
  value: string;
}

/**
 * The properties of a file of cards (vCard 2.1; RFC 2426, 2.6; RFC 6350, 3.2 and 3.3). Folded lines are joined before
 * decoding, since writers fold within a character. A property that is too long, such as a photograph, has no value.
 */
export async function* cardLinesOf(source: MemberSource): AsyncGenerator<CardLine> {
  let open = '';
  for await (const line of linesOf(source)) {
    if (/^[ \t]/.test(line) && open !== '') {
      open = joined(open, line.slice(1));
    } else if (isSoftBroken(open)) {
      open = joined(open.slice(0, -1), line);
    } else {
      if (open !== '') {
        yield lineOf(open);
      }
      open = line;
    }
  }
  if (open !== '') {
    yield lineOf(open);
  }
}

function joined(open: string, more: string): string {
  return open.length > longestRecord ? open : open + more;
}

/** Returns whether a quoted-printable value goes on in the next line. */
function isSoftBroken(open: string): boolean {
  return open.endsWith('=') && /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(open);
}

function lineOf(text: string): CardLine {
  const colon = /^(?:[^":]|"[^"]*")*:/.exec(text)?.[0].length ?? text.length + 1;
  const [name = '', ...written] = splitOutsideQuotes(text.slice(0, colon - 1), ';');
  const parameters = new Map<string, string[]>();
  for (const parameter of written) {
    const equals = parameter.indexOf('=');
    const bare = /^(QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/i.test(parameter) ? 'ENCODING' : 'TYPE';
    const key = equals === -1 ? bare : parameter.slice(0, equals).toUpperCase();
    const values = splitOutsideQuotes(parameter.slice(equals + 1), ',').map((value) =>
      value.replace(/^"(.*)"$/, '$1').toUpperCase(),
    );
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
  }
  return {
    name: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
    parameters,
    value: text.length > longestRecord ? '' : text.slice(colon),
  };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  return text.match(separator === ';' ? /(?:[^";]|"[^"]*"?)+/g : /(?:[^",]|"[^"]*"?)+/g) ?? [];
}

/** The physical lines, a character a byte; UTF-16 is written as UTF-8 first. */
async function* linesOf(source: MemberSource): AsyncGenerator<string> {
  let open = '';
  for await (const piece of latinPieces(source)) {
    const lines = (open + piece).split(/\r\n|\n|\r(?!$)/);
    // what is longer is dropped where the property ends
    open = (lines.pop() ?? '').slice(0, longestRecord + 1);
    yield* lines;
  }
  yield open.replace(/\r$/, '');
}

async function* latinPieces(source: MemberSource): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of piecesOf(source)) {
    if (isFirst && (piece.length < 4 || piece.includes(0) || (piece[0] ?? 0) >= 0xef)) {
      for await (const text of textOf(source)) {
        yield Buffer.from(text).toString('latin1');
      }
      return;
    }
    isFirst = false;
    yield piece.toString('latin1');
  }
}
