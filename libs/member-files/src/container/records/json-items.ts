import { longestRecord } from '../../source/source.ts';
import type { Place } from './json-places.ts';
import { JsonBroken, maxNesting } from './json-text.ts';

/** An item of the place that is read, with its key where that is a map, or a marker that it was too long to keep. */
export type JsonItem = { value: unknown; key: string } | { tooLong: true };

/** Longest key outside of the place that is compared with its path. */
const longestKey = 1_000;

/** What is being read at the level of the items. */
type Part = 'none' | 'key' | 'string' | 'container' | 'other';

/**
 * Cuts the items of a place out of JSON text and parses each as a whole, in a third of the time that assembling them from
 * tokens takes, holding at most one longest record in memory.
 */
export class JsonItems {
  /** Number of open objects and lists. */
  depth = 0;
  /** Line that is being read. */
  line = 1;
  private readonly place: Place;
  /** Depth of the items, -1 while outside of the place. */
  private level: number;
  /** The key at which each open container around the place stands; undefined in lists. */
  private readonly keys: (string | undefined)[] = [];
  /** Whether each open container around the place is a list. */
  private readonly areLists: boolean[] = [];
  private inString = false;
  private isEscaped = false;
  private expectsKey = false;
  private part: Part = 'none';
  /** Text of the part, as far as earlier pieces had it; it is no longer kept where it is too long. */
  private text = '';
  private isTooLong = false;
  private itemKey = '';

  constructor(place: Place) {
    this.place = place;
    this.level = place.kind === 'values' ? 0 : -1;
  }

  /**
   * Reads on in the text.
   * @throws JsonBroken where it is no JSON; the items before were given to `emit`
   */
  take(piece: string, emit: (item: JsonItem) => void): void {
    let start = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === 10) {
        this.line += 1;
      }
      if (this.inString) {
        if (this.isEscaped) {
          this.isEscaped = false;
        } else if (code === 92) {
          this.isEscaped = true;
        } else if (code === 34) {
          this.inString = false;
          if (this.part === 'key' || this.part === 'string') {
            this.end(piece.slice(start, at + 1), emit);
          }
        }
        continue;
      }
      if (code <= 44 && (code === 32 || code === 10 || code === 13 || code === 9 || code === 44)) {
        if (this.part === 'other') {
          this.end(piece.slice(start, at), emit);
        }
        this.expectsKey ||= code === 44;
        continue;
      }
      if (code === 34) {
        this.inString = true;
      }
      const isOpening = code === 123 || code === 91;
      const isClosing = code === 125 || code === 93;
      if (isClosing && this.part === 'other') {
        this.end(piece.slice(start, at), emit);
      }
      if (this.part === 'none' && !isClosing && this.begins(code)) {
        start = at;
      }
      if (isOpening) {
        this.open(code === 91);
      } else if (isClosing) {
        this.close();
        if (this.part === 'container' && this.depth === this.level) {
          this.end(piece.slice(start, at + 1), emit);
        }
      }
    }
    if (this.part !== 'none') {
      this.keep(piece.slice(start));
    }
  }

  /** The rest of a text that ends without a line end: a last value that no bracket closes. */
  finish(emit: (item: JsonItem) => void): void {
    if (this.part === 'other' && this.depth === this.level) {
      this.end('', emit);
    }
  }

  /** Begins a key or an item if the character is one's first. @returns whether it is */
  private begins(code: number): boolean {
    if (this.level === -1) {
      // outside of the place only the keys on the way to it matter
      this.part = code === 34 && this.expectsKey && !(this.areLists.at(-1) ?? true) ? 'key' : 'none';
    } else if (code === 58) {
      return false;
    } else if (this.place.kind === 'map' && this.expectsKey) {
      this.part = code === 34 ? 'key' : 'other';
    } else {
      this.part = code === 34 ? 'string' : code === 123 || code === 91 ? 'container' : 'other';
    }
    return this.part !== 'none';
  }

  private open(isList: boolean): void {
    const { place, keys, depth } = this;
    this.depth += 1;
    if (this.depth > maxNesting) {
      throw new JsonBroken(`objects and lists are nested more than ${maxNesting} deep`, this.line);
    }
    if (this.level === -1) {
      const isPlace =
        isList === (place.kind === 'list') &&
        depth === place.path.length &&
        place.path.every((key, at) => key === keys[at]);
      this.level = isPlace ? this.depth : -1;
      this.areLists.push(isList);
      this.expectsKey = !isList;
    }
  }

  private close(): void {
    this.depth -= 1;
    if (this.depth < 0) {
      throw new JsonBroken('a bracket closes that was never opened', this.line);
    }
    if (this.level === -1 || this.depth < this.level) {
      this.level = this.place.kind === 'values' ? 0 : -1;
      this.areLists.pop();
      this.keys.length = Math.min(this.keys.length, this.depth);
      this.expectsKey = false;
    }
  }

  private keep(more: string): void {
    const longest = this.level === -1 ? longestKey : longestRecord;
    this.isTooLong ||= this.text.length + more.length > longest;
    this.text = this.isTooLong ? '' : this.text + more;
  }

  private end(more: string, emit: (item: JsonItem) => void): void {
    this.keep(more);
    const { part, text, isTooLong } = this;
    this.part = 'none';
    this.text = '';
    this.isTooLong = false;
    if (part !== 'key') {
      emit(isTooLong ? { tooLong: true } : { value: this.parsed(text), key: this.itemKey });
      return;
    }
    this.expectsKey = false;
    const key = isTooLong ? '' : String(this.parsed(text));
    if (this.level === -1) {
      this.keys.length = this.depth - 1;
      this.keys.push(key);
    } else {
      this.itemKey = key;
    }
  }

  private parsed(text: string): unknown {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new JsonBroken(message.replace(/ \(line \d+ column \d+\)$/, ''), this.line, { cause: error });
    }
  }
}
