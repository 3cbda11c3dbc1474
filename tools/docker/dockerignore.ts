import { matchesGlob } from 'node:path';

/** Returns whether `.dockerignore` excludes a path (relative, with slashes): the last matching pattern decides. */
export function ignored(dockerignore: string): (path: string) => boolean {
  const patterns = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => (line.startsWith('!') ? { out: false, glob: line.slice(1) } : { out: true, glob: line }));
  return (path) => {
    const parts = path.split('/');
    // a pattern that matches a folder matches its content
    const selfAndAbove = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    const last = patterns.findLast(({ glob }) => selfAndAbove.some((part) => matchesGlob(part, glob)));
    return last?.out ?? false;
  };
}
