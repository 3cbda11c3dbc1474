import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Hashes names and contents of some files, and of folders with everything below them. A missing one counts as such.
 * Read from the disk, so that git's index does not matter.
 * @param ignores whether a file or folder, by its name, is left out
 */
export function fingerprint(
  root: string,
  places: readonly string[],
  ignores: (name: string) => boolean = () => false,
): string {
  const hash = createHash('sha256');
  for (const place of [...places].sort()) {
    add(hash, root, place, ignores);
  }
  return hash.digest('hex');
}

function add(hash: Hash, root: string, path: string, ignores: (name: string) => boolean): void {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) {
    hash.update(`${path}\0absent\0`);
  } else if (found.isDirectory()) {
    const names = readdirSync(join(root, path)).filter((name) => !ignores(name));
    for (const name of names.sort()) {
      add(hash, root, `${path}/${name}`, ignores);
    }
  } else if (found.isFile()) {
    const content = readFileSync(join(root, path));
    // with its length, so that content cannot be mistaken for another file's name
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
}
