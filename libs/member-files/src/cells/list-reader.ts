import { hasScale, withoutLevel } from './levels.ts';
import type { Levelled } from './levels.ts';
import { entryKey, evidenceOf } from './lists/evidence.ts';
import { partText } from './lists/part-text.ts';
import type { Parted } from './lists/part-text.ts';
import { withoutEntities } from './lists/separators.ts';
import { entriesOf } from './lists/values.ts';
import { parseWritten } from './lists/written.ts';
import { holdsCodes, isPlaceholder, withoutOther } from './placeholders.ts';
import { textValue } from './value.ts';
import type { OnRejected } from './value.ts';

/** A cell read as a list. */
export interface ListCell {
  /** The labels, without levels and placeholders. */
  entries: string[];
  /** The levels that were named, as written: "advanced", "4". */
  levels: { label: string; level: string }[];
  /** Number of entries that say nothing ("N/A", "none"). */
  placeholders: number;
}

/** Reads the cells of one column as lists. */
export interface ListReader {
  /**
   * Reads a cell. Parts of it that are no labels are rejected; a cell that is no list at all throws InvalidValue.
   */
  read(cell: unknown, onRejected?: OnRejected): ListCell;
  /** How most cells with several entries are written, for people: "parted by commas"; '' if none has several. */
  notation: string;
  /** Options that hold commas themselves and are kept whole. */
  options: readonly string[];
}

/** What is known about a column from elsewhere. */
export interface ListOptions {
  /** Its options, as the headings of a column per option name them. */
  known?: readonly string[];
}

/** Most sampled cells that are looked at, and most texts whose reading is remembered. */
const mostSampled = 20_000;
const mostRemembered = 10_000;

/** Makes a reader from the sampled cells of a column: each cell is parted by itself, as the column shows that it is meant. */
export function listReader(values: Iterable<unknown>, { known = [] }: ListOptions = {}): ListReader {
  const texts = textsOf(values);
  const evidence = evidenceOf(texts, known);
  const knownKeys = new Set(known.map(entryKey));
  const part = (text: string): Parted => partText(text, evidence, knownKeys);
  const parted = new Map(Array.from(texts.keys(), (text) => [text, part(text)] as const));
  const labels = new Set(parted.values().flatMap(({ entries }) => entries.map(({ label }) => label)));
  const codes = holdsCodes(labels);
  const numbers = hasScale(labels);
  const readLabel = labelReader(codes, numbers);
  const remembered = new Map<string, ListCell>();

  return {
    notation: notationOf(texts, parted),
    options: evidence.options.map((pieces) => pieces.join(', ')),
    read(cell, onRejected = () => undefined) {
      if (Array.isArray(cell)) {
        const plain = plainCell(cell, readLabel);
        if (plain !== undefined) {
          return plain;
        }
      }
      if (typeof cell === 'string' && knownKeys.size === 0 && plainList.test(cell)) {
        const plain = plainCell(cell.split(';'), readLabel);
        if (plain !== undefined) {
          return plain;
        }
      }
      if (typeof cell !== 'string' && typeof cell !== 'number') {
        return cell === null || cell === undefined
          ? nothing()
          : cellOf(entriesOf(cell, onRejected), readLabel);
      }
      const text = cleaned(textValue(cell));
      const seen = remembered.get(text);
      if (seen !== undefined) {
        return copyOf(seen);
      }
      if (text === '' || (isPlaceholder(text, 'label', codes) && !knownKeys.has(entryKey(text)))) {
        return { ...nothing(), placeholders: text === '' ? 0 : 1 };
      }
      const written = parseWritten(text);
      if (written !== undefined) {
        return cellOf(entriesOf(written.value, onRejected), readLabel);
      }
      const read = cellOf(part(text).entries, readLabel);
      if (remembered.size < mostRemembered) {
        remembered.set(text, read);
      }
      return copyOf(read);
    },
  };
}

/** The different texts among sampled cells, and how often each occurs; empty cells and placeholders are left out. */
function textsOf(values: Iterable<unknown>): Map<string, number> {
  const given = new Map<string, number>();
  let sampled = 0;
  for (const value of values) {
    if (sampled === mostSampled) {
      break;
    }
    sampled += 1;
    if (typeof value === 'string') {
      given.set(value, (given.get(value) ?? 0) + 1);
    }
  }
  const texts = new Map<string, number>();
  for (const [value, count] of given) {
    const text = cleaned(value);
    if (text !== '' && !isPlaceholder(text, 'label')) {
      texts.set(text, (texts.get(text) ?? 0) + count);
    }
  }
  return texts;
}

/** Labels of letters, digits and blanks between semicolons, which can mean nothing else. */
const plainList = /^[A-Za-z0-9 ]+(?:;[A-Za-z0-9 ]+)+$/;

const nothing = (): ListCell => ({ entries: [], levels: [], placeholders: 0 });

function copyOf({ entries, levels, placeholders }: ListCell): ListCell {
  return { entries: [...entries], levels: [...levels], placeholders };
}

function cleaned(text: string): string {
  const plain = withoutEntities(textValue(text)).replaceAll('\u00a0', ' ').trim();
  // runs of blanks would cost the patterns below time by the square of their length
  return plain.length < 1000
    ? plain
    : plain
        .replace(/\r\n?/g, '\n')
        .replace(/[^\S\n\t]+/g, ' ')
        .replace(/ ?([\n\t]) ?/g, '$1')
        .replace(/\n{2,}/g, '\n')
        .replace(/\t{2,}/g, '\t');
}

/** The name of a group as LDAP writes it: "cn=tour-guides,ou=groups,dc=example,dc=org". */
const directoryName = /^cn=([^,=]+)(?:,\w+=[^,=]+)+$/i;

/** A label as it is read: a placeholder is none. */
type Read = Levelled | 'placeholder' | undefined;

/** Makes a reader of labels that remembers what it read: a column repeats them. */
function labelReader(codes: boolean, numbers: boolean): (label: string) => Read {
  const remembered = new Map<string, Read>();
  return (given) => {
    const known = remembered.get(given);
    if (known !== undefined || remembered.has(given)) {
      return known;
    }
    const text = withoutOther(textValue(given).replace(directoryName, '$1')).trim();
    const read =
      text === ''
        ? undefined
        : isPlaceholder(text, 'label', codes)
          ? 'placeholder'
          : withoutLevel(text, numbers);
    if (remembered.size < mostRemembered) {
      remembered.set(given, read);
    }
    return read;
  };
}

/** A list of texts that are labels without a level, read without a detour; undefined for any other list. */
function plainCell(cell: readonly unknown[], readLabel: (label: string) => Read): ListCell | undefined {
  const entries: string[] = [];
  for (const entry of cell) {
    const read = typeof entry === 'string' ? readLabel(entry) : undefined;
    if (typeof read !== 'object' || read.level !== undefined) {
      return undefined;
    }
    entries.push(read.label);
  }
  return { entries, levels: [], placeholders: 0 };
}

/** Takes levels and placeholders from labels. */
function cellOf(entries: readonly Levelled[], readLabel: (label: string) => Read): ListCell {
  const cell = nothing();
  for (const entry of entries) {
    const read = readLabel(entry.label);
    if (read === undefined) {
      continue;
    }
    if (read === 'placeholder') {
      cell.placeholders += 1;
      continue;
    }
    const { label, level } = entry.level === undefined ? read : entry;
    cell.entries.push(label);
    if (level !== undefined) {
      cell.levels.push({ label, level });
    }
  }
  return cell;
}

function notationOf(texts: ReadonlyMap<string, number>, parted: ReadonlyMap<string, Parted>): string {
  const counts = new Map<string, number>();
  for (const [text, count] of texts) {
    const notation = parted.get(text)?.notation ?? 'one';
    if (notation !== 'one') {
      counts.set(notation, (counts.get(notation) ?? 0) + count);
    }
  }
  return Array.from(counts).toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}
