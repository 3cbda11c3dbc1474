import { MemberFileInvalid } from '../../source/source.ts';
import type { Cell, Heading } from '../../table/table.ts';
import { mostColumns } from '../limits.ts';

/** Objects deeper than this stay one value. */
const maxDepth = 6;

/** Keys whose maps from question to answer are one value, as letters. */
const answerKeys = new Set(['promptresponses', 'answers', 'responses']);

/**
 * Turns records into rows of cells: each key is a column, in the order in which the keys appear; a key of a nested object
 * is "outer.inner". Lists stay one value.
 */
export class Flattener {
  /** Grows while records are read. */
  readonly headings: Heading[] = [];
  private readonly root: Places = new Map();
  private readonly names = new Set<string>();
  private readonly textOf: (key: string) => string;

  /** `textOf` gives the text of the heading of a key, the key itself unless told. */
  constructor(textOf: (key: string) => string = (key) => key) {
    this.textOf = textOf;
  }

  /**
   * The cells of a record.
   * @throws MemberFileInvalid if its keys make more columns than a table may have
   */
  cellsOf(record: Readonly<Record<string, unknown>>): Cell[] {
    const cells: Cell[] = new Array<Cell>(this.headings.length);
    this.fill(cells, record, this.root, '', 1);
    return cells;
  }

  private fill(
    cells: Cell[],
    record: Readonly<Record<string, unknown>>,
    places: Places,
    prefix: string,
    depth: number,
  ): void {
    for (const key of Object.keys(record)) {
      const value = unwrapped(record[key]);
      let place = places.get(key);
      if (place === undefined) {
        place = { column: -1, inner: undefined };
        places.set(key, place);
      }
      if (depth < maxDepth && isNested(value, key)) {
        place.inner ??= new Map();
        this.fill(cells, value, place.inner, `${prefix}${key}.`, depth + 1);
      } else {
        if (place.column === -1) {
          place.column = this.addColumn(prefix + key);
        }
        cells[place.column] = value;
      }
    }
  }

  private addColumn(key: string): number {
    if (this.headings.length === mostColumns) {
      throw new MemberFileInvalid(
        `the records have more than ${mostColumns.toLocaleString('en')} different keys: give the same keys to each member`,
      );
    }
    const text = this.textOf(key).replace(/\s+/g, ' ').trim();
    const column = this.headings.length;
    const wanted = key.replace(/\s+/g, ' ').trim() || `column ${column + 1}`;
    let name = wanted;
    for (let number = 2; this.names.has(name); number += 1) {
      name = `${wanted} (${number})`;
    }
    this.names.add(name);
    this.headings.push({ name, text });
    return column;
  }
}

/** A tree of keys: the column of each key where its value is no object, and the keys of its object. */
type Places = Map<string, { column: number; inner: Places | undefined }>;

function isNested(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isAnswers(value, key);
}

/** Types of a value in the results of a SPARQL query. */
const sparqlTypes: ReadonlySet<unknown> = new Set(['uri', 'literal', 'typed-literal', 'bnode']);

/**
 * A value without the type that programs write around it: MongoDB as {"$oid": "…"} or {"$date": "…"}, SPARQL as
 * {"type": "literal", "xml:lang": "en", "value": "…"}.
 */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  if ('value' in value && 'type' in value && sparqlTypes.has(value.type)) {
    return value.value;
  }
  const [entry, ...others] = Object.entries(value) as [string, unknown][];
  return entry?.[0].startsWith('$') === true && others.length === 0 ? unwrapped(entry[1]) : value;
}

/** Returns whether an object is a map from question to answer, or one answer with its question. */
function isAnswers(value: object, key: string): boolean {
  if (!answerKeys.has(key.toLowerCase().replace(/[^a-z]/g, ''))) {
    return false;
  }
  const values: unknown[] = Object.values(value);
  return values.length > 0 && values.every((answer) => typeof answer === 'string' || answer === null);
}
