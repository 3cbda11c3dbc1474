import type { Token } from 'stream-json/core/parser.js';
import { JsonBroken, maxNesting } from './json-text.ts';

/** Where the members of a JSON file stand: in a list, in a map by their ids, or one after another without a list. */
export interface Place {
  kind: 'list' | 'map' | 'values';
  /** Keys from the outside to the list or map. */
  path: readonly string[];
}

/** A place, and what is in it. */
export interface Candidate extends Place {
  /** Objects in it. */
  objects: number;
  /** Other values in it. */
  others: number;
  /** How often each key stands in the first objects of it. */
  keys: Map<string, number>;
  /** Keys of the objects in those objects: many services wrap what they know of somebody, as "attributes" or "fields". */
  innerKeys: Set<string>;
}

/** A list or object that is open; `candidate` is undefined where it cannot hold the members. */
interface Open {
  isList: boolean;
  key: string;
  candidate: Candidate | undefined;
}

/** Lists and maps deeper than this are not looked at. */
const maxDepth = 6;

/** Places that are kept; a map by id with a list in each object has more than a person wants to know. */
const mostCandidates = 500;

/** Objects of a place whose keys are counted. */
const countedObjects = 200;

/** Finds all places of a JSON file that may hold members, token by token. Nothing inside of a list is looked at. */
export class JsonPlaces {
  /** All places with an object, and all empty lists. */
  readonly candidates: Candidate[] = [];
  /** Keys of the outermost object. */
  readonly rootKeys = new Set<string>();
  /** Keys of the outermost object whose values are neither objects nor lists. */
  readonly rootFields = new Set<string>();
  private readonly byPath = new Map<string, Candidate>();
  private readonly stack: Open[] = [this.outermost()];
  private openLists = 0;

  /** Consumes a token of a parser that packs keys. */
  take(token: Token): void {
    const top = this.stack.at(-1);
    switch (token.name) {
      case 'keyValue':
        this.takeKey(token.value);
        return;
      case 'startObject':
      case 'startArray':
        this.open(token.name === 'startArray');
        return;
      case 'endObject':
      case 'endArray':
        this.openLists -= Number(this.stack.pop()?.isList ?? false);
        return;
      case 'startString':
      case 'startNumber':
      case 'nullValue':
      case 'trueValue':
      case 'falseValue':
        if (top?.candidate !== undefined) {
          top.candidate.others += 1;
        }
        if (this.stack.length === 2 && top !== undefined && !top.isList && this.rootKeys.has(top.key)) {
          this.rootFields.add(top.key);
        }
        return;
      default:
    }
  }

  private outermost(): Open {
    return { isList: true, key: '', candidate: this.candidate('values', []) };
  }

  private takeKey(key: string): void {
    const top = this.stack.at(-1);
    const around = this.stack.at(-2)?.candidate;
    if (top !== undefined) {
      top.key = key;
    }
    if (this.stack.length === 2 && this.rootKeys.size < 1_000) {
      this.rootKeys.add(key);
    }
    if (around !== undefined && around.objects <= countedObjects) {
      around.keys.set(key, (around.keys.get(key) ?? 0) + 1);
    }
    const further = this.stack.at(-2)?.isList === false ? this.stack.at(-3)?.candidate : undefined;
    if (further !== undefined && further.objects <= countedObjects && further.innerKeys.size < 1_000) {
      further.innerKeys.add(key);
    }
  }

  private open(isList: boolean): void {
    const top = this.stack.at(-1);
    const depth = this.stack.length;
    if (top?.candidate !== undefined) {
      top.candidate[isList ? 'others' : 'objects'] += 1;
    }
    if (depth > maxNesting) {
      throw new JsonBroken(`objects and lists are nested more than ${maxNesting} deep`);
    }
    // what stands in a list belongs to its items
    const isInside = this.openLists > 0 || depth > maxDepth;
    const path = isInside ? [] : this.stack.slice(1).map(({ key }) => key);
    const candidate = isInside ? undefined : this.candidate(isList ? 'list' : 'map', path);
    this.stack.push({ isList, key: '', candidate });
    this.openLists += Number(isList);
  }

  private candidate(kind: Candidate['kind'], path: readonly string[]): Candidate | undefined {
    const id = JSON.stringify([kind, path]);
    const known = this.byPath.get(id);
    if (known !== undefined || this.candidates.length === mostCandidates) {
      return known;
    }
    const candidate = {
      kind,
      path,
      objects: 0,
      others: 0,
      keys: new Map<string, number>(),
      innerKeys: new Set<string>(),
    };
    this.byPath.set(id, candidate);
    this.candidates.push(candidate);
    return candidate;
  }
}
