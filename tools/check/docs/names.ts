import type { Tree } from './tree.ts';

/**
 * The names in a text in backticks that must be known to the sources. Plain words are none, since anything may be
 * written with them; names in camelCase, PascalCase, snake_case, kebab-case and UPPER_CASE are, and so are what is
 * called (`ask(…)`) and what has a member (`em.transactional`, `pattern.saved`).
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

/** Whether the sources know a name: as a word, a text (`deadline-ms`, `run.completed`), or part of a file's name. */
export function isKnown(name: string, tree: Tree): boolean {
  if (/^[\w$]+$/.test(name)) {
    return tree.words.has(name) || isFileName(name, tree);
  }
  // headers are written with capitals and compared without
  const flags = name.includes('-') ? 'i' : '';
  const text = new RegExp(`(?<![\\w$-])${name.replace(/[.$]/g, '\\$&')}(?![\\w$-])`, flags);
  return text.test(tree.text) || isFileName(name, tree);
}

function isCodeStyle(word: string): boolean {
  return /[a-z0-9][A-Z]|^[A-Z][a-z]|\w[._-]\w|^[A-Z]{3,}$/.test(word) && !/^[\d.]+$/.test(word);
}

/** A folder's or a file's name, or its beginning up to a full stop, as the tests are spoken of (`broken-workers`). */
function isFileName(name: string, tree: Tree): boolean {
  return [...tree.files, ...tree.folders].some((path) => {
    const last = path.slice(path.lastIndexOf('/') + 1);
    return last === name || last.startsWith(`${name}.`);
  });
}
