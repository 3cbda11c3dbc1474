import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandProblems, isCommand, isScript, scriptProblem, variablesSet } from './commands.ts';
import type { Document } from './document.ts';
import { readDocument } from './document.ts';
import { linkProblems } from './links.ts';
import { isKnown, namesIn } from './names.ts';
import { missingPaths, pathOf } from './paths.ts';
import type { Tree } from './tree.ts';
import { readTree } from './tree.ts';

/** A problem, with the name that nothing in the tree has; without a name no exception applies. */
interface Finding {
  name?: string;
  problem: string;
}

/**
 * Finds dead links, paths, commands and names in the documents of a checkout. `foreign` are names that no source of
 * ours has, with the reason; one that no document needs any more is a problem too.
 */
export function documentProblems(folder: string, foreign: Readonly<Record<string, string>>): string[] {
  const tree = readTree(folder);
  const documents = readDocuments(folder);
  const needed = new Set<string>();
  const problems: string[] = [];
  for (const document of documents.values()) {
    problems.push(...linkProblems(document, documents, tree));
    for (const { line, name, problem } of findings(document, tree)) {
      if (name !== undefined) {
        needed.add(name);
      }
      if (name === undefined || !(name in foreign)) {
        problems.push(`${document.file}:${line}: ${problem}`);
      }
    }
  }
  for (const name of Object.keys(foreign)) {
    if (!needed.has(name)) {
      problems.push(`tools/check/docs/exceptions.ts: no document needs ${name} any more: remove it`);
    }
  }
  return problems;
}

function readDocuments(folder: string): Map<string, Document> {
  const files = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md'], { cwd: folder });
  return new Map(
    files
      .map((file) => file.replaceAll('\\', '/'))
      .sort()
      .map((file) => [file, readDocument(file, readFileSync(join(folder, file), 'utf8'))]),
  );
}

function findings(document: Document, tree: Tree): (Finding & { line: number })[] {
  // a document may name a file that its own commands write
  const written = document.commands.map(({ text }) => text).join('\n');
  return [
    ...document.spans.flatMap(({ text, line }) =>
      inSpan(text, tree)
        .filter(({ name }) => name === undefined || !written.includes(` ${name}`))
        .map((finding) => ({ ...finding, line })),
    ),
    ...document.commands.flatMap(({ text, line }) =>
      inCommand(text, tree).map((finding) => ({ ...finding, line })),
    ),
  ];
}

function inSpan(text: string, tree: Tree): Finding[] {
  if (isCommand(text)) {
    return inCommand(text, tree);
  }
  if (isScript(text, tree)) {
    return scriptProblem(text, tree).map((problem) => ({ problem }));
  }
  const path = pathOf(text, tree);
  if (path === undefined) {
    // a sentence or a line of code may have a path in it too
    const paths = /\s/.test(text) ? commandProblems(text, tree) : [];
    return [...paths.map((problem) => ({ problem })), ...unknownNames(namesIn(text), tree)];
  }
  return missingPaths(path, tree)
    .filter((one) => one.includes('/') || !tree.text.includes(one))
    .map((one) => ({
      name: one,
      problem: `${one} is not in the tree: name where it is now (NAME, <…> and * stand for any name)`,
    }));
}

function inCommand(text: string, tree: Tree): Finding[] {
  const problems = commandProblems(text, tree).map((problem) => ({ problem }));
  return [...problems, ...unknownNames(variablesSet(text), tree)];
}

function unknownNames(names: string[], tree: Tree): Finding[] {
  return names
    .filter((name) => !isKnown(name, tree))
    .map((name) => ({
      name,
      problem: `${name} is in no source: name what took its place, or say in tools/check/docs/exceptions.ts whose it is`,
    }));
}
