import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { z } from 'zod';

/** The names that a document may use: files, folders, scripts, and the words of the sources. */
export interface Tree {
  /** Paths of all files that git does not ignore, with slashes. */
  files: readonly string[];
  folders: ReadonlySet<string>;
  /** Returns whether git ignores a file or folder of this name. */
  isIgnored: (name: string) => boolean;
  /** Names of the npm scripts. */
  scripts: readonly string[];
  /** Identifiers and words of the sources. */
  words: ReadonlySet<string>;
  /** The sources, one after the other. */
  text: string;
}

const isSource = /\.(?:tsx?|mjs|json|sql|css|yml|example)$|(?:^|\/)(?:Dockerfile|\.npmrc)$/;

/** Files with foreign names, and with those that this check and its spec make up. */
const noSource = /^package-lock\.json$|^tools\/check\/docs[./]/;

const Manifest = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

/** Reads a checkout. It needs no git: a copy without its history is checked in the same way. */
export function readTree(root: string): Tree {
  const isIgnored = ignoredBy(readFileSync(join(root, '.gitignore'), 'utf8'));
  const files: string[] = [];
  const folders = new Set<string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name === '.git' || isIgnored(entry.name)) {
        continue;
      }
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        files.push(path);
      } else {
        folders.add(path);
        visit(path);
      }
    }
  };
  visit('');
  const sources = files.filter((file) => isSource.test(file) && !noSource.test(file));
  const text = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const { scripts } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return {
    files,
    folders,
    isIgnored,
    scripts: Object.keys(scripts),
    words: new Set(text.match(/[\w$]+/g)),
    text,
  };
}

/** The part of `.gitignore`'s syntax that ours uses: names of files and folders, wherever they are. */
function ignoredBy(gitignore: string): (name: string) => boolean {
  const globs = gitignore
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (name) => globs.some((glob) => matchesGlob(name, glob));
}
