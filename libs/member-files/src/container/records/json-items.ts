import { Assembler } from 'stream-json/core/assembler.js';
import type { Token } from 'stream-json/core/parser.js';
import { longestRecord } from '../../source/source.ts';
import type { Place } from './json-places.ts';
import { JsonBroken, maxNesting } from './json-text.ts';

/** An item of the place that is read, with its key where that is a map, or a marker that it was too long to keep. */
export type JsonItem = { value: unknown; key: string } | { tooLong: true };

/** Assembles the items of a place from JSON tokens, holding at most one longest record in memory. */
export class JsonItems {
  /** Number of open objects and lists. */
  depth = 0;
  /** True where the place has begun. */
  found: boolean;
  /** Depth of the items, -1 while outside of the place. */
  private level: number;
  /** Keys of the open objects around the place; undefined for a list. */
  private readonly keys: (string | undefined)[] = [];
  private itemKey = '';
  private text = '';
  private size = 0;
  private item = new Assembler();
  private readonly place: Place;

  constructor(place: Place) {
    this.place = place;
    this.found = place.kind === 'values';
    this.level = this.found ? 0 : -1;
  }

  /** Consumes a token. @returns the item it completes, if any */
  take(token: Token): JsonItem[] {
    switch (token.name) {
      case 'startKey':
      case 'startString':
      case 'startNumber':
        this.text = '';
        this.size += 1;
        return [];
      case 'stringChunk':
      case 'numberChunk':
        this.size += token.value.length;
        if (this.size <= longestRecord) {
          this.text += token.value;
        }
        return [];
      case 'endKey':
        return this.takeKey();
      case 'endString':
        return this.scalar({ name: 'stringValue', value: this.text });
      case 'endNumber':
        return this.scalar({ name: 'numberValue', value: this.text });
      case 'startObject':
      case 'startArray':
        return this.open(token);
      case 'endObject':
      case 'endArray':
        return this.close(token);
      default:
        return this.scalar(token);
    }
  }

  private takeKey(): JsonItem[] {
    if (this.level === -1) {
      this.keys[this.depth - 1] = this.text;
      return this.outside();
    }
    if (this.depth === this.level) {
      // a key of the map itself: the item after it
      this.itemKey = this.text;
      this.size = 0;
      return [];
    }
    this.add({ name: 'keyValue', value: this.text });
    return [];
  }

  private open(token: Token): JsonItem[] {
    const startsPlace = this.level === -1 && this.isPlace(token.name === 'startArray' ? 'list' : 'map');
    if (this.level === -1) {
      this.keys[this.depth] = undefined;
      this.keys.length = this.depth + 1;
    }
    this.depth += 1;
    if (this.depth > maxNesting) {
      throw new JsonBroken(`objects and lists are nested more than ${maxNesting} deep`);
    }
    if (startsPlace) {
      this.level = this.depth;
      this.found = true;
      this.size = 0;
    } else {
      this.add(token);
    }
    return [];
  }

  private isPlace(kind: Place['kind']): boolean {
    const { place, depth, keys } = this;
    return (
      kind === place.kind && depth === place.path.length && place.path.every((key, at) => key === keys[at])
    );
  }

  private close(token: Token): JsonItem[] {
    this.depth -= 1;
    if (this.level > 0 && this.depth < this.level) {
      this.level = -1;
      this.keys.length = this.depth;
      return [];
    }
    if (this.level === -1) {
      this.keys.length = this.depth;
    }
    this.add(token);
    return this.finished();
  }

  private scalar(token: Token): JsonItem[] {
    this.add(token);
    return this.finished();
  }

  private add(token: Token): void {
    this.size += 1;
    if (this.level !== -1 && this.size <= longestRecord) {
      this.item.consume(token);
    }
  }

  private finished(): JsonItem[] {
    if (this.level === -1) {
      return this.outside();
    }
    if (this.depth !== this.level) {
      return [];
    }
    const item: JsonItem =
      this.size > longestRecord ? { tooLong: true } : { value: this.item.current, key: this.itemKey };
    this.item = new Assembler();
    this.size = 0;
    return [item];
  }

  /** Resets the size outside of the place, where nothing is kept. */
  private outside(): JsonItem[] {
    this.size = 0;
    return [];
  }
}
