import { z } from 'zod';
import { SensitiveKind } from '@warren/contracts';
import { parseOperatorFile } from '../operator-file/operator-file.ts';
import type { OwnSensitiveWords } from './sensitive-words.ts';
import { mostWords } from './word-pattern.ts';

/** An invalid file of sensitive words; the message lists all its problems. */
export class SensitiveFileInvalid extends Error {
  override readonly name = 'SensitiveFileInvalid';

  constructor(problems: readonly string[], where: string, options?: ErrorOptions) {
    super(`${where} cannot be used:\n  ${problems.slice(0, 20).join('\n  ')}`, options);
  }
}

/** Words of a line or an entry, before they are checked. */
interface Line {
  place: string;
  kind: string;
  words: string;
  action: string;
}

const kindsInWords = SensitiveKind.options.join(', ');
const mostLetters = 100;
const File = z.record(
  z.string(),
  z.object({ add: z.array(z.string()).default([]), remove: z.array(z.string()).default([]) }),
  { error: 'must be an object {"health": {"add": ["..."], "remove": ["..."]}}' },
);
const Row = z.object({ kind: z.string(), words: z.string(), action: z.string().default('') });

/**
 * Parses an operator's own sensitive words: JSON (`{"health": {"add": [...], "remove": [...]}}`) or CSV with the columns
 * `kind,words` and, where some are removed, `action` (add or remove). Words are one or several in a row; a star at either
 * end of one stands for any letters. `name` is the file's name, for the message of `SensitiveFileInvalid`.
 */
export function parseSensitiveFile(text: string, name: string): OwnSensitiveWords[] {
  const { json, rows } = parseOperatorFile(
    text,
    (problem, options) => new SensitiveFileInvalid([problem], name, options),
  );
  const lines = rows === undefined ? fromJson(json, name) : fromRows(rows, name);
  const problems: string[] = [];
  const own = new Map(
    SensitiveKind.options.map((kind) => [kind, { kind, add: [] as string[], remove: [] as string[] }]),
  );
  for (const { place, kind, words, action } of lines) {
    const known = SensitiveKind.safeParse(kind);
    const plain = plainWords(words);
    if (!known.success) {
      problems.push(`${place}: "${kind}" is no kind; kinds are ${kindsInWords}`);
    } else if (action !== 'add' && action !== 'remove') {
      problems.push(`${place}: the action is "add" or "remove", not "${action}"`);
    } else if (plain === undefined) {
      problems.push(
        `${place}: "${words}" needs a letter or digit, at most ${mostWords} words and ${mostLetters} characters, and a star only at the end of a word`,
      );
    } else {
      own.get(known.data)?.[action].push(plain);
    }
  }
  if (problems.length > 0) {
    throw new SensitiveFileInvalid(problems, name);
  }
  return [...own.values()].filter(({ add, remove }) => add.length + remove.length > 0);
}

/** Words with blanks between them; undefined if there are none, or too many. */
function plainWords(words: string): string | undefined {
  const plain = words
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}*]+/u)
    .filter((word) => word !== '');
  const isPlain = plain.every((word) => /^\*?[\p{L}\p{M}\p{N}]+\*?$/u.test(word));
  const isShort = plain.length <= mostWords && words.length <= mostLetters;
  return plain.length > 0 && isPlain && isShort ? plain.join(' ') : undefined;
}

function fromJson(value: unknown, name: string): Line[] {
  const parsed = File.safeParse(value);
  if (!parsed.success) {
    throw new SensitiveFileInvalid(
      parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join('.')}: ${message}`,
      ),
      name,
    );
  }
  return Object.entries(parsed.data).flatMap(([kind, { add, remove }]) => [
    ...add.map((words) => ({ place: kind, kind, words, action: 'add' })),
    ...remove.map((words) => ({ place: kind, kind, words, action: 'remove' })),
  ]);
}

function fromRows(rows: readonly unknown[], name: string): Line[] {
  const parsed = rows.map((row) => Row.safeParse(row));
  const problems = parsed.flatMap(({ success }, index) =>
    success ? [] : [`row ${index + 2}: needs a kind and words, under the header line "kind,words"`],
  );
  if (problems.length > 0) {
    throw new SensitiveFileInvalid(problems, name);
  }
  return parsed.flatMap(({ data }, index) =>
    data === undefined
      ? []
      : [
          {
            ...data,
            place: `row ${index + 2}`,
            action: data.action === '' ? 'add' : data.action.toLowerCase(),
          },
        ],
  );
}
