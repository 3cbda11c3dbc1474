import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** One build: its inputs, its command (first a program of node_modules/.bin), and its outputs. */
export interface Build {
  name: string;
  command: readonly [string, ...string[]];
  env?: Readonly<Record<string, string>>;
  /** files and folders; those that `isNoSource` names are left out */
  inputs: (root: string) => string[];
  outputs: (root: string) => string[];
}

const page = 'apps/web';

/** Inputs besides the projects: packages, npm's settings, and the compiler's. */
const configuration = ['package.json', 'package-lock.json', '.npmrc', 'tsconfig.base.json', 'tsconfig.json'];

/** Names of files and folders in a project that no build reads; the image is built without them. */
export const isNoSource = (name: string): boolean =>
  /^(node_modules|dist|coverage|test|bench)$|\.spec\.ts$/.test(name);

const appsOf = (root: string): string[] =>
  globSync('apps/*', { cwd: root }).map((folder) => folder.replaceAll('\\', '/'));

/** The services that have a `main.ts`, as rolldown.config.mjs finds them. */
export const services: Build = {
  name: 'services',
  command: ['rolldown', '--config', 'rolldown.config.mjs'],
  inputs: (root) => [
    ...configuration,
    'rolldown.config.mjs',
    'libs',
    ...appsOf(root).filter((app) => app !== page),
  ],
  outputs: (root) =>
    globSync('apps/*/src/main.ts', { cwd: root }).map((main) => `${dirname(dirname(main))}/dist/service`),
};

/** The page that the gateway serves; all libraries count as inputs, whichever of them it imports. */
export const webPage: Build = {
  name: 'page',
  command: ['vite', 'build', page, '--logLevel', 'warn'],
  env: { NODE_ENV: 'production' },
  inputs: () => [...configuration, 'libs', page],
  outputs: () => [`${page}/dist/page`],
};

/** All builds. */
export const builds: readonly Build[] = [services, webPage];
