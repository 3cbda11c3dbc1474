import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ignored } from '../../docker/dockerignore.ts';
import { builds, isNoSource } from './builds.ts';

const root = join(import.meta.dirname, '../../..');

describe('the inputs of the builds', () => {
  it('are all inputs of the image', () => {
    const leftOut = ignored(readFileSync(join(root, '.dockerignore'), 'utf8'));
    const inImage = globSync('{*,apps/*/{*,src/**/*},libs/*/{*,src/**/*}}', {
      cwd: root,
      exclude: (path) => /(^|\/)(node_modules|dist|\.git)$/.test(path),
    }).filter((path) => !leftOut(path));
    const inputs = builds.flatMap(({ inputs }) => inputs(root));
    const counts = (path: string): boolean =>
      inputs.some(
        (input) => path === input || path.startsWith(`${input}/`) || input.startsWith(`${path}/`),
      ) && !path.split('/').some(isNoSource);
    expect(inImage.length).toBeGreaterThan(300);
    expect(inImage.filter((path) => !counts(path))).toEqual([]);
  });
});
