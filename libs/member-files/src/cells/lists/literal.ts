/** Reads lists and maps as JSON, Python, JavaScript or Ruby write them; undefined if the text is none as a whole. */
export function parseLiteral(text: string): unknown {
  const reader = new LiteralReader(text);
  try {
    const value = reader.value();
    return reader.isAtEnd() ? value : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) {
      return undefined;
    }
    throw error;
  }
}

class NoLiteral extends Error {
  override readonly name = 'NoLiteral';
}

const closing = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]);
const constants = new Map<string, unknown>([
  ['None', null],
  ['null', null],
  ['nil', null],
  ['nan', null],
  ['NaN', null],
  ['NA', null],
  ['NULL', null],
  ['True', true],
  ['true', true],
  ['TRUE', true],
  ['False', false],
  ['false', false],
  ['FALSE', false],
]);
const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
const deepest = 20;

class LiteralReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.text.length;
  }

  value(): unknown {
    this.skipBlanks();
    const mark = this.text.charAt(this.at);
    const close = closing.get(mark);
    if (close !== undefined) {
      return this.collection(close);
    }
    return mark === '"' || mark === "'" ? this.quoted(mark) : this.constant();
  }

  /** A list, or a map if its entries have keys; numpy parts entries by blanks alone. */
  private collection(close: string): unknown {
    this.at += 1;
    this.depth += 1;
    if (this.depth > deepest) {
      throw new NoLiteral();
    }
    const list: unknown[] = [];
    const map = new Map<string, unknown>();
    while (!this.take(close)) {
      const value = this.value();
      if (this.take('=>') || this.take(':')) {
        if (typeof value !== 'string' && typeof value !== 'number') {
          throw new NoLiteral();
        }
        map.set(String(value), this.value());
      } else {
        list.push(value);
      }
      if (!this.take(',') && !this.next(close) && !this.next('"') && !this.next("'")) {
        throw new NoLiteral();
      }
    }
    this.depth -= 1;
    if (map.size > 0 && list.length > 0) {
      throw new NoLiteral();
    }
    return map.size > 0 ? Object.fromEntries(map) : list;
  }

  private quoted(quote: string): string {
    let text = '';
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const mark = this.text.charAt(this.at);
      if (mark === quote) {
        this.at += 1;
        return text;
      }
      text += mark === '\\' ? this.escaped() : mark;
    }
    throw new NoLiteral();
  }

  private escaped(): string {
    this.at += 1;
    const mark = this.text.charAt(this.at);
    const length = mark === 'u' ? 4 : mark === 'x' ? 2 : 0;
    const digits = this.text.slice(this.at + 1, this.at + 1 + length);
    if (length > 0 && digits.length === length && /^[\da-f]+$/i.test(digits)) {
      this.at += length;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    return escapes.get(mark) ?? mark;
  }

  private constant(): unknown {
    const [word = ''] = /^[\w.+-]+/.exec(this.text.slice(this.at, this.at + 40)) ?? [];
    if (constants.has(word)) {
      this.at += word.length;
      return constants.get(word);
    }
    if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word)) {
      this.at += word.length;
      return Number(word);
    }
    throw new NoLiteral();
  }

  private take(mark: string): boolean {
    const isNext = this.next(mark);
    this.at += isNext ? mark.length : 0;
    return isNext;
  }

  private next(mark: string): boolean {
    this.skipBlanks();
    return this.text.startsWith(mark, this.at);
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text.charAt(this.at))) {
      this.at += 1;
    }
  }
}
