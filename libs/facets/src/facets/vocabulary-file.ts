import { z } from 'zod';
import { FacetKind } from '@warren/contracts';
import { parseOperatorFile } from '../operator-file/operator-file.ts';
import { VocabularyInvalid } from './vocabulary.ts';
import type { VocabularyEntry } from './vocabulary/entry.ts';

const Name = z.string().trim().min(1).max(100);
const Entry = z.object({
  label: Name,
  aliases: z.array(Name).default([]),
  kinds: z.array(FacetKind).min(1).optional(),
});
const File = z.union([z.array(Entry), z.record(Name, Name)], {
  error: 'must be a list of {"label", "aliases", "kinds"} or an object {"alias": "label"}',
});

/**
 * Parses an operator's own vocabulary: JSON (`[{"label", "aliases", "kinds"?}]` or `{"alias": "label"}`) or CSV with
 * the columns `alias,label`. `name` is the file's name, for the message of `VocabularyInvalid`.
 */
export function parseVocabulary(text: string, name: string): VocabularyEntry[] {
  const { json, rows } = parseOperatorFile(
    text,
    (problem, options) => new VocabularyInvalid([problem], name, options),
  );
  return rows === undefined ? fromJson(json, name) : fromRows(rows, name);
}

function fromJson(value: unknown, name: string): VocabularyEntry[] {
  // A list is parsed separately, so that its problems are reported one by one.
  if (Array.isArray(value)) {
    return checked(z.array(Entry), value, name);
  }
  const pairs = checked(File, value, name);
  return Array.isArray(pairs) ? pairs : fromPairs(Object.entries(pairs));
}

function checked<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(({ path: [index, ...field], message }) =>
    typeof index === 'number' ? `entry ${index + 1}, ${field.join('.') || 'itself'}: ${message}` : message,
  );
  throw new VocabularyInvalid(problems, name);
}

const Row = z.object({ alias: Name, label: Name });

function fromRows(rows: readonly unknown[], name: string): VocabularyEntry[] {
  const problems: string[] = [];
  const pairs: [string, string][] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = Row.safeParse(row);
    if (parsed.success) {
      pairs.push([parsed.data.alias, parsed.data.label]);
    } else {
      problems.push(`row ${index + 2}: needs an alias and a label, under the header line "alias,label"`);
    }
  }
  if (problems.length > 0) {
    throw new VocabularyInvalid(problems, name);
  }
  return fromPairs(pairs);
}

function fromPairs(pairs: readonly (readonly [string, string])[]): VocabularyEntry[] {
  const aliases = new Map<string, string[]>();
  for (const [alias, label] of pairs) {
    aliases.set(label, [...(aliases.get(label) ?? []), alias]);
  }
  return [...aliases].map(([label, names]) => ({ label, aliases: names }));
}
