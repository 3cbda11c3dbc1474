import { posix } from 'node:path';
import type { Document } from './document.ts';
import type { Tree } from './tree.ts';

/** Relative links of one document whose file, folder or heading does not exist. */
export function linkProblems(
  document: Document,
  documents: ReadonlyMap<string, Document>,
  tree: Tree,
): string[] {
  const files = new Set(tree.files);
  const problems: string[] = [];
  for (const { text, line } of document.links) {
    if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(text)) {
      continue;
    }
    const place = `${document.file}:${line}: link ${text}`;
    const [path = '', anchor] = text.split('#');
    const target =
      path === ''
        ? document.file
        : posix.join(posix.dirname(document.file), decodeURIComponent(path)).replace(/\/$/, '');
    if (!files.has(target) && !tree.folders.has(target) && target !== '.') {
      problems.push(`${place}: there is no ${target}: link to where it is now, or remove the link`);
      continue;
    }
    const anchors = documents.get(target)?.anchors;
    if (anchor !== undefined && anchors !== undefined && !anchors.has(decodeURIComponent(anchor))) {
      problems.push(`${place}: ${target} has no such heading; it has #${[...anchors].join(', #')}`);
    }
  }
  return problems;
}
