import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { root } from './steps.ts';

/** A flat folder of more source files than this holds more than one idea. */
const mostFiles = 16;

const Orders = z.record(z.string(), z.array(z.string()));
const LintConfig = z.object({
  rules: z.object({ 'warren/folder-order': z.tuple([z.literal('error'), Orders]) }),
});

/** Finds folders of more than sixteen source files; specs, migrations and build outputs are not counted. */
export function fullFolders(folder: string): string[] {
  const files = globSync(['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,mjs}', '{e2e,perf,tools}/**/*.{ts,mjs}'], {
    cwd: folder,
    exclude: ['**/node_modules', '**/dist', '**/*.spec.*', '**/migrations'],
  });
  const counts = new Map<string, number>();
  for (const file of files) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > mostFiles)
    .map(
      ([name, count]) =>
        `${name} holds ${count} source files: split it where one idea ends, ${mostFiles} are the most`,
    )
    .sort();
}

/** Finds names in an order of folders that do not exist, and folders that it places below themselves. */
export function orderProblems(folder: string, orders: z.infer<typeof Orders>): string[] {
  return Object.entries(orders).flatMap(([project, chains]) => {
    const named = chains.map((chain) => chain.split('>').map((name) => name.trim()));
    const absent = [...new Set(named.flat())].filter((name) => !existsSync(join(folder, project, name)));
    return [
      ...absent.map((name) => `.oxlintrc.json orders ${project}/${name}, which does not exist`),
      ...inCircles(named).map((name) => `.oxlintrc.json places ${project}/${name} below itself`),
    ];
  });
}

function inCircles(chains: readonly string[][]): string[] {
  const next = (name: string) =>
    chains.flatMap((chain) => (chain.includes(name) ? chain.slice(chain.indexOf(name) + 1) : []));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    next(from).some((name) => name === to || (!seen.has(name) && reaches(name, to, seen.add(name))));
  return [...new Set(chains.flat())].filter((name) => reaches(name, name, new Set()));
}

if (import.meta.main) {
  const config = LintConfig.parse(JSON.parse(await readFile(join(root, '.oxlintrc.json'), 'utf8')));
  const problems = [...orderProblems(root, config.rules['warren/folder-order'][1]), ...fullFolders(root)];
  for (const problem of problems) {
    process.stderr.write(`${problem}\n`);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}
