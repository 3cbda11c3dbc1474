import type { Tree } from './tree.ts';

/** First segments of paths that are given from the root, whether or not the folder is there (any more). */
const rootFolders = ['apps', 'docs', 'e2e', 'findings', 'libs', 'perf', 'samples', 'tools'];

const ofTheTree = /^\.?[\w@$*…<>-]+(?:\.[\w*…<>-]+)*\.(?:tsx?|mjs|css|json|md|sh|sql|yml|html)$/;
const segment = /^[\w.*…<>{},-]+$/;
const mediaType = /^(?:application|audio|image|multipart|text|video)\//;

/**
 * The path that a word in backticks names, or undefined where it is none: a path from the root, one from a folder of
 * ours (`analyst/words-for.ts`), or the name of a file. What git ignores is built or kept there and is left out.
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

/** Whether a word in a command or a sentence is a path from the root. */
export function isFromRoot(word: string): boolean {
  return rootFolders.some((folder) => word.startsWith(`${folder}/`));
}

/**
 * Those of the paths that a word stands for which are not in the tree. `{a,b}` is one path for each; `NAME`, `<what>`,
 * `…` and `*` stand for any name. A path may leave out how the file ends, as a fragment for `npm test` does
 * (`test/erasure` for `test/erasure.int.spec.ts`), and begin at any folder where it is not one from the root.
 */
export function missingPaths(path: string, tree: Tree): string[] {
  return expandBraces(path).filter((one) => {
    // a room of an app has the name of our folder of tools
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
