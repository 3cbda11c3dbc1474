import { Assembler } from 'stream-json/core/assembler.js';
import type { Token } from 'stream-json/core/parser.js';
import { longestRecord } from '../source/source.ts';

/** An item of the list of members, or a marker that it was too long to keep. */
export type JsonItem = { value: unknown } | { tooLong: true };

const maxDepth = 50;

/** Assembles the items of a list of members from JSON tokens, holding at most one longest record in memory. */
export class JsonItems {
  /** Number of open objects and lists. */
  depth = 0;
  /** True where the list of members has begun. */
  found = false;
  /** Depth of the items: 1 in a bare list, 2 in `{"members": […]}`, 0 while outside of the list. */
  private level = 0;
  private key = '';
  private text = '';
  private size = 0;
  private item = new Assembler();

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
        if (this.depth === 1) {
          this.key = this.text;
        }
        this.add({ name: 'keyValue', value: this.text });
        return this.outside();
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

  private open(token: Token): JsonItem[] {
    const startsList =
      token.name === 'startArray' && (this.depth === 0 || (this.depth === 1 && this.key === 'members'));
    this.depth += 1;
    if (this.depth > maxDepth) {
      throw new Error(`objects and lists are nested more than ${maxDepth} deep`);
    }
    if (this.level === 0 && startsList) {
      this.level = this.depth;
      this.found = true;
      this.size = 0;
    } else {
      this.add(token);
    }
    return [];
  }

  private close(token: Token): JsonItem[] {
    this.depth -= 1;
    if (this.depth < this.level) {
      this.level = 0;
      return [];
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
    if (this.level > 0 && this.size <= longestRecord) {
      this.item.consume(token);
    }
  }

  private finished(): JsonItem[] {
    if (this.level === 0) {
      return this.outside();
    }
    if (this.depth !== this.level) {
      return [];
    }
    const item: JsonItem = this.size > longestRecord ? { tooLong: true } : { value: this.item.current };
    this.item = new Assembler();
    this.size = 0;
    return [item];
  }

  /** Resets the size outside of the list, where nothing is kept. */
  private outside(): JsonItem[] {
    if (this.level === 0) {
      this.size = 0;
    }
    return [];
  }
}
