import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { builds, isNoSource } from '../check/build/builds.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const Names = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ dependencies: Names, devDependencies: Names });
const manifestOf = (project: string): z.infer<typeof Manifest> =>
  Manifest.parse(JSON.parse(read(join(project, 'package.json'))));
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});
const lock = Lock.parse(JSON.parse(read('package-lock.json')));

/** Sources of each project that `npm start` compiles, bundles or runs; libs/servers runs only as a part of tools. */
const start = [
  'libs/servers/src/**/*.ts',
  'tools/{start,environment}/**/*.ts',
  'tools/check/build/*.ts',
  'rolldown.config.mjs',
];
const projects = new Map<string, string[]>([['tools', filesOf(start)]]);
for (const manifest of globSync('{apps,libs}/*/package.json', { cwd: root })) {
  const project = manifest.replaceAll('\\', '/').replace('/package.json', '');
  if (project === 'libs/servers' || project === 'libs/testing') {
    continue;
  }
  projects.set(project, filesOf([`${project}/src/**/*.{ts,tsx,css}`, `${project}/vite.config.ts`]));
}

function filesOf(globs: string[]): string[] {
  return globSync(globs, { cwd: root }).filter((path) => !path.split(/[\\/]/).some(isNoSource));
}

/** Packages that a source imports or resolves at run time; type imports do not count. */
function importedBy(file: string): string[] {
  const text = read(file).replaceAll(/^(import|export) type [^;]*;/gms, '');
  const specifiers = text.matchAll(
    /(?:\bfrom|\bimport|@import|\bimport\(|\bresolve\(|\brequire\(|\bcreateRequire\(import\.meta\.url\)\() ?['"]([^'"]+)['"]/g,
  );
  return Array.from(specifiers, ([, specifier = '']) => specifier)
    .filter((specifier) => /^(@[\w-]+\/)?[a-z][\w.-]*(\/[\w./-]*)?$/.test(specifier))
    .filter((specifier) => !specifier.startsWith('@warren/'))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
}

describe('the packages', () => {
  it('are named by the project that imports them, so that npm start and the image have them', () => {
    const lacking = new Set<string>();
    for (const [project, files] of projects) {
      const { dependencies } = manifestOf(project);
      for (const file of files) {
        for (const name of importedBy(file)) {
          if (!(name in dependencies)) {
            lacking.add(`${project}: ${name}`);
          }
        }
      }
    }
    expect([...lacking]).toEqual([]);
    const { dependencies } = manifestOf('tools');
    const programs = ['node', ...builds.map(({ command }) => command[0])];
    expect(
      programs.filter((name) => !(name in { ...dependencies, ...manifestOf('apps/web').dependencies })),
    ).toEqual([]);
  });

  it('have their version in the root alone', () => {
    const { dependencies, devDependencies } = manifestOf('.');
    const versions = { ...dependencies, ...devDependencies };
    expect(Object.values(versions).filter((version) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    for (const project of [...projects.keys(), 'libs/servers', 'libs/testing']) {
      const named = { ...manifestOf(project).dependencies, ...manifestOf(project).devDependencies };
      for (const [name, version] of Object.entries(named)) {
        expect([project, name, version]).toEqual([project, name, '*']);
        expect([name, name.startsWith('@warren/') || name in versions]).toEqual([name, true]);
      }
    }
  });

  it('run no script at installation but those that package.json lists', () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(JSON.parse(read('package.json')));
    const withScript = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect([...new Set(withScript)].toSorted()).toEqual(Object.keys(allowScripts).toSorted());
    // npm itself refuses others
    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
  });

  it('of tests and other tools are left out by npm start', () => {
    for (const name of ['jest', 'nx', 'playwright-core', 'oxlint']) {
      expect([name, lock.packages[`node_modules/${name}`]?.dev]).toEqual([name, true]);
    }
  });
});
