import type { Config, Use } from '../../environment/configs.ts';
import { variablesOf } from '../../environment/configs.ts';
import { isOptional, isRequired, isTheDefault } from './defaults.ts';

/**
 * Finds problems of the table of variables in docs/operations.md: missing or unknown rows, wrong defaults or readers.
 */
export function operationsProblems(
  text: string,
  configs: ReadonlyMap<string, Config>,
  composeOnly: ReadonlySet<string>,
): string[] {
  const place = 'docs/operations.md';
  const known = variablesOf(configs);
  const rows = new Map(rowsOf(text).map((row) => [row.names.join(), row]));
  const problems: string[] = [];
  for (const [name, uses] of known) {
    const row = rows.get(name);
    if (row === undefined) {
      problems.push(
        `${place}, table of variables: lacks a row for ${name}, read by ${readers(uses).join(', ')}`,
      );
      continue;
    }
    const unlike = uses.find(({ schema }) => !isShown(row.shown, schema));
    if (unlike !== undefined) {
      problems.push(`${place}, ${name}: "${row.shown}" is not the default of ${unlike.app}`);
    }
    const listed = listedReaders(row.readBy, [...configs.keys()]);
    if (listed.join() !== readers(uses).join()) {
      problems.push(
        `${place}, ${name}: is read by ${readers(uses).join(', ')}, the table names "${row.readBy}"`,
      );
    }
  }
  for (const [name] of rows) {
    if (!known.has(name)) {
      problems.push(`${place}, table of variables: has a row for ${name}, which no service reads`);
    }
  }
  for (const name of composeOnly) {
    if (!text.includes(`\`${name}\``)) {
      problems.push(`${place} does not name ${name}, which docker-compose.yml reads`);
    }
  }
  return problems;
}

/** Variables that the table of README.md names and no service reads: it shows a choice of them. */
export function readmeProblems(text: string, known: ReadonlyMap<string, readonly Use[]>): string[] {
  return rowsOf(text)
    .flatMap(({ names }) => names)
    .filter((name) => !known.has(name))
    .map((name) => `README.md, table of variables: names ${name}, which no service reads`);
}

interface Row {
  names: string[];
  shown: string;
  readBy: string;
}

/** Rows whose first cell holds names of variables in backticks. */
function rowsOf(text: string): Row[] {
  return Array.from(text.matchAll(/^\|(.*)\|$/gm), ([, line = '']) => {
    // a bar within a cell is written \|
    const [first = '', shown = '', , readBy = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const isNames = /^`[A-Z][A-Z0-9_]*`(, `[A-Z][A-Z0-9_]*`)*$/.test(first);
    return { names: isNames ? first.replaceAll('`', '').split(', ') : [], shown, readBy };
  }).filter(({ names }) => names.length > 0);
}

/** `value` in backticks, with words around it or without; "required"; or nothing. */
function isShown(cell: string, schema: Use['schema']): boolean {
  if (isRequired(schema)) {
    return cell === 'required';
  }
  if (isOptional(schema)) {
    return cell === '';
  }
  return isTheDefault(/`([^`]*)`/.exec(cell)?.[1] ?? '', schema);
}

const readers = (uses: readonly Use[]): string[] => uses.map(({ app }) => app).sort();

/** "all", "all but the gateway", "member-profile, pattern-finder". */
function listedReaders(cell: string, apps: readonly string[]): string[] {
  const named = cell
    .replace(/^all( but( the)?)?/, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (cell.startsWith('all') ? apps.filter((app) => !named.includes(app)) : named).toSorted();
}
