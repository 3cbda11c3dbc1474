import { isFromRoot, missingPaths, pathOf } from './paths.ts';
import type { Tree } from './tree.ts';

/** Returns whether a text in backticks is a command, perhaps with variables before it. */
export function isCommand(text: string): boolean {
  return /^(?:[A-Z_]+=\S* )*(?:npm|npx|node|nats|docker|curl|git)(?: |$)/.test(text);
}

/** Returns whether a word has the form of a script's name, existing or not: `load:import`. */
export function isScript(word: string, tree: Tree): boolean {
  const family = /^[a-z]+:(?=[\w-]+$)/.exec(word)?.[0];
  return family !== undefined && tree.scripts.some((script) => script.startsWith(family));
}

/** The variables that a command sets. */
export function variablesSet(command: string): string[] {
  return Array.from(command.matchAll(/(?:^|\s)([A-Z][A-Z0-9_]*)=/g), ([, name = '']) => name);
}

/**
 * Problems of one command: missing npm scripts, fragments for `npm test` that match none, missing paths from the root.
 */
export function commandProblems(command: string, tree: Tree): string[] {
  const paths = command
    .split(/\s+/)
    .filter((word) => isFromRoot(word))
    .flatMap((word) => missingPaths(pathOf(word, tree) ?? '', tree));
  return [
    ...scriptProblems(command, tree),
    ...fragmentProblems(command, tree),
    ...paths.map((path) => `${path} is not in the tree: name where it is now`),
  ];
}

function scriptProblems(command: string, tree: Tree): string[] {
  return Array.from(command.matchAll(/\bnpm run (?:(?:-s|--silent) )?([\w:-]+…?)/g)).flatMap(
    ([, name = '']) => scriptProblem(name, tree),
  );
}

/** Reports a missing script; `load:…` means all of them, and needs at least one. */
export function scriptProblem(name: string, tree: Tree): string[] {
  const family = name.endsWith('…') ? name.slice(0, -1) : undefined;
  const exists = tree.scripts.some((script) =>
    family === undefined ? script === name : script.startsWith(family),
  );
  return exists ? [] : [`package.json has no script ${name}; it has ${tree.scripts.join(', ')}`];
}

/** Jest reads each argument that is not an option as a regular expression on the whole path of a test. */
function fragmentProblems(command: string, tree: Tree): string[] {
  const tests = tree.files.filter((file) => file.endsWith('.spec.ts')).map((file) => `/${file}`);
  const args = /\bnpm (?:test|t|run test) -- (.*)$/.exec(command)?.[1] ?? '';
  return args
    .split(/\s+/)
    .map((word) => word.replace(/^(['"])(.*)\1$/, '$2'))
    .filter((word) => word !== '' && !/^-|^[A-Z]+$/.test(word))
    .filter((word) => !tests.some((file) => new RegExp(word, 'i').test(file)))
    .map((word) => `no test has ${word} in its path: npm test -- ${word} would run none`);
}
