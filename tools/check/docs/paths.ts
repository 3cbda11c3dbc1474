import type { Tree } from './tree.ts';

/** First segments of paths from the root, whether or not the folder exists. */
const rootFolders = ['apps', 'docs', 'e2e', 'findings', 'libs', 'perf', 'samples', 'tools'];

const ofTheTree = /^\.?[\w@$*…<>-]+(?:\.[\w*…<>-]+)*\.(?:tsx?|mjs|css|json|md|sh|sql|yml|html)$/;
const segment = /^[\w.*…<>{},-]+$/;
const mediaType = /^(?:application|audio|image|multipart|text|video)\//;

/**
 * The path that a word in backticks names, or undefined where it is none: a path from the root, one from a folder
 * of ours (`templates/index.ts`), or the name of a file. Parts that git ignores are built or local and are left out.
 */
export function pathOf(word: string, tree: Tree): string | undefined {
  const path = word.replace(/\/$/, '');
  const segments = path.split('/');
  if (segments.length === 1) {
    return ofTheTree.test(path) ? path : undefined;
  }
  if (mediaType.test(path) || !segments.every((part) => segment.test(part))) {
    return undefined;
  }
  const ignored = segments.findIndex((part) => tree.isIgnored(part));
  const kept = ignored === -1 ? path : segments.slice(0, ignored).join('/');
  return kept === '' ? undefined : kept;
}

/** Returns whether a word in a command or a sentence is a path from the root. */
export function isFromRoot(word: string): boolean {
  return rootFolders.some((folder) => word.startsWith(`${folder}/`));
}

/**
 * Returns the paths of a word that are not in the tree. `{a,b}` is one path for each; `NAME`, `<what>`, `…` and `*`
 * stand for any name. A path may omit the file's ending, as a fragment for `npm test` does (`test/erasure` for
 * `test/erasure.int.spec.ts`), and begin at any folder where it is not one from the root.
 */
export function missingPaths(path: string, tree: Tree): string[] {
  return expandBraces(path).filter((one) => {
    // an app has a folder of the same name, tools
    const begins = isFromRoot(one) && !one.startsWith('tools/') ? '^' : '^(?:.*/)?';
    const pattern = new RegExp(`${begins}${toPattern(one)}(?:\\.[\\w.]+)?$`);
    const exists = (known: string): boolean => pattern.test(known);
    return !tree.files.some(exists) && !Array.from(tree.folders).some(exists);
  });
}

function expandBraces(path: string): string[] {
  const [whole, before = '', list = '', after = ''] = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(path) ?? [];
  if (whole === undefined) {
    return [path];
  }
  return list.split(',').flatMap((one) => expandBraces(`${before}${one}${after}`));
}

function toPattern(path: string): string {
  return path
    .split(/(\*\*\/?|\*|NAME|<[^>]*>|\{[^}]*\}|…)/)
    .map((part, at) => {
      if (at % 2 === 0) {
        return part.replace(/[.+^$()|[\]\\{}]/g, '\\$&');
      }
      return part.startsWith('**') ? '.*' : '[^/]*';
    })
    .join('');
}
