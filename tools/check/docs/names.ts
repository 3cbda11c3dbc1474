import type { Tree } from './tree.ts';

/**
 * The names in a text in backticks that must occur in the sources: names in camelCase, PascalCase, snake_case,
 * kebab-case and UPPER_CASE, names that are called (`ask(…)`) or have a member (`em.transactional`, `pattern.saved`).
 * Plain words are not checked.
 */
export function namesIn(text: string): string[] {
  const variables = text.match(/(?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g) ?? [];
  const [whole, chain = '', args = ''] = /^@?([A-Za-z$][\w$.-]*)(\(.*\))?$/.exec(text) ?? [];
  if (whole === undefined) {
    return variables;
  }
  const inArgs = args.replace(/'[^']*'|"[^"]*"/g, '').match(/[A-Za-z$][\w$]*/g) ?? [];
  const named = args !== '' || isCodeStyle(chain) ? [chain] : [];
  return [...new Set([...variables, ...named, ...inArgs.filter((word) => isCodeStyle(word))])];
}

/**
 * Returns whether the sources have a name: a word, a text (`deadline-ms`, `run.completed`), or part of a file's name.
 */
export function isKnown(name: string, tree: Tree): boolean {
  if (/^[\w$]+$/.test(name)) {
    return tree.words.has(name) || isFileName(name, tree);
  }
  // headers are written with capitals and compared in lower case
  const flags = name.includes('-') ? 'i' : '';
  const text = new RegExp(`(?<![\\w$-])${name.replace(/[.$]/g, '\\$&')}(?![\\w$-])`, flags);
  return text.test(tree.text) || isFileName(name, tree);
}

function isCodeStyle(word: string): boolean {
  return /[a-z0-9][A-Z]|^[A-Z][a-z]|\w[._-]\w|^[A-Z]{3,}$/.test(word) && !/^[\d.]+$/.test(word);
}

/** A folder's or a file's name, or its beginning up to a full stop, as documents name tests (`broken-workers`). */
function isFileName(name: string, tree: Tree): boolean {
  return [...tree.files, ...tree.folders].some((path) => {
    const last = path.slice(path.lastIndexOf('/') + 1);
    return last === name || last.startsWith(`${name}.`);
  });
}
