import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentProblems } from './docs/problems.ts';

describe('the names in the documents', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-docs-'));
    await write({
      '.gitignore': 'dist/\n.warren/\n*.log\n',
      'package.json': '{ "scripts": { "mine": "x", "load:import": "x", "load:drain": "x" } }',
      'apps/baker/src/ovens/tools/index.ts': "export const bakeBread = () => ovens.heat('bread.baked');\n",
      'apps/baker/src/ovens/tools/heat.tool.ts': 'export class OvenTooCold extends Error {}\n',
      'apps/baker/src/config.ts':
        'export const shape = { OVEN_S: 80 }; // writes oven.json, answers too_cold\n',
      'apps/baker/test/burnt-crusts.int.spec.ts': "headers.get('keep-warm-ms');\n",
      'docs/baking.md': '# Baking\n\n## How `bakeBread` works\n\n## Twice\n\n## Twice\n',
    });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }

  /** Problems of a README of these lines. */
  async function problemsOf(
    lines: string[],
    foreign: Readonly<Record<string, string>> = {},
  ): Promise<string[]> {
    await write({ 'README.md': lines.join('\n') });
    return documentProblems(folder, foreign);
  }

  it('accepts links to existing files, folders and headings', async () => {
    const links = [
      '[a](docs/baking.md) [b](docs/) ![c](package.json) [d](https://example.org/nowhere)',
      '[`e`](docs/baking.md#how-bakebread-works) [f](docs/baking.md#twice-1) [g](#flour)',
      '# Flour',
      '```sh',
      'echo [h](nowhere.md)',
      '```',
      '`[i](nowhere.md)`',
    ];
    expect(await problemsOf(links)).toEqual([]);
  });

  it('finds links to missing files and headings, by file and line', async () => {
    await write({ 'docs/more/deep.md': '[up](../baking.md) [gone](../../docs/flour.md)\n' });
    expect(await problemsOf(['', '[a](docs/kneading.md)', '[b](docs/baking.md#once) [c](#nowhere)'])).toEqual(
      [
        expect.stringMatching(/^README\.md:2: link docs\/kneading\.md: there is no docs\/kneading\.md: /),
        expect.stringMatching(
          /^README\.md:3: link docs\/baking\.md#once: .* no such heading; it has #baking, /,
        ),
        expect.stringMatching(/^README\.md:3: link #nowhere: README\.md has no such heading/),
        expect.stringMatching(/^docs\/more\/deep\.md:1: link \.\.\/\.\.\/docs\/flour\.md: /),
      ],
    );
  });

  it('accepts paths from the root, from a folder, with placeholders, and those that git ignores', async () => {
    const paths = [
      '`apps/baker/src/ovens` `apps/baker/` `apps/baker/test/burnt-crusts` `tools/index.ts` `ovens/tools`',
      '`config.ts` `*.int.spec.ts` `test/*.int.spec.ts` `apps/*/src` `ovens/tools/NAME.tool.ts` `<what>.tool.ts`',
      '`src/{config,ovens/tools/index}.ts` `.warren/data/oven.json` `node apps/NAME/dist/main.js` `oven.json`',
      '`application/json` `/patterns/bread` `GET /api/v1/bread` `@bakery/tools` `.csv` `{loaf}/{crumb}`',
    ];
    expect(await problemsOf(paths)).toEqual([]);
  });

  it.each([
    ['`apps/baker/src/stoves`', 'apps/baker/src/stoves'],
    ['`apps/ovens/tools/index.ts`', 'apps/ovens/tools/index.ts'],
    ['`e2e/burnt-crusts`', 'e2e/burnt-crusts'],
    ['`ovens/words-for.ts`', 'ovens/words-for.ts'],
    ['`stoves.ts`', 'stoves.ts'],
    ['`apps/baker/src/NAME.tool.ts`', 'apps/baker/src/NAME.tool.ts'],
    ['`src/{config,stoves}.ts`', 'src/stoves.ts'],
    ['`apps/miller/dist/main.js`', 'apps/miller'],
    ['`npx vite apps/page`', 'apps/page'],
  ])('finds the path in %s that is not in the tree', async (text, path) => {
    expect(await problemsOf([text])).toEqual([
      expect.stringContaining(`README.md:1: ${path} is not in the tree: name where it is now`),
    ]);
  });

  it('accepts npm scripts and fragments of the paths of tests', async () => {
    const commands = [
      '`npm run mine` `npm run -s mine -- FILE` `npm run load:…` `load:drain` `oven:hot`',
      '`npm test -- FRAGMENT` `npm test`',
      '```sh',
      "npm test -- apps/baker 'burnt.*spec'   # not tests of npm run nothing",
      'OVEN_S=3 npm run load:import -- --help',
      '```',
      '```',
      'npm run mine -- FILE',
      '```',
    ];
    expect(await problemsOf(commands)).toEqual([]);
  });

  it('finds missing scripts, and fragments that match no test', async () => {
    const commands = [
      '`npm run grind`, `load:flour`',
      '`npm run soak:…`',
      '```',
      'npm test -- apps/baker crumbs',
      '```',
    ];
    expect(await problemsOf(commands)).toEqual([
      expect.stringMatching(/^README\.md:1: package\.json has no script grind; it has mine, load:import/),
      expect.stringMatching(/^README\.md:1: package\.json has no script load:flour/),
      expect.stringMatching(/^README\.md:2: package\.json has no script soak:…/),
      expect.stringMatching(/^README\.md:4: no test has crumbs in its path/),
    ]);
  });

  it('accepts names that the sources have, and plain words', async () => {
    const names = [
      '`bakeBread(loaf)` `@bakeBread` `OvenTooCold` `ovens.heat(…)` `bread.baked` `too_cold` `Keep-Warm-Ms`',
      '`burnt-crusts` `OVEN_S` `OVEN_S=3` `kneaded` `30000` `a / D` `2 loaves of Rye`',
    ];
    expect(await problemsOf(names)).toEqual([]);
  });

  it.each([
    ['`bakeCake()`', 'bakeCake'],
    ['`bakeBread(cakeTin)`', 'cakeTin'],
    ['`ovens.cool(…)`', 'ovens.cool'],
    ['`StoveTooCold`', 'StoveTooCold'],
    ['`bread.burnt`', 'bread.burnt'],
    ['`too_hot`', 'too_hot'],
    ['`keep-cold-ms`', 'keep-cold-ms'],
    ['`STOVE_S`', 'STOVE_S'],
    ['`STOVE_S=3 npm run mine`', 'STOVE_S'],
    ['`STOVES`', 'STOVES'],
  ])('finds the name in %s that no source has', async (text, name) => {
    expect(await problemsOf(['', text])).toEqual([
      expect.stringContaining(`README.md:2: ${name} is in no source: name what took its place`),
    ]);
  });

  it('accepts a file that the commands of the document write', async () => {
    expect(await problemsOf(['```sh', 'npm run mine > all.tar', '```', 'Keep `all.tar`.'])).toEqual([]);
  });

  it('accepts a foreign name by its exception, and reports an exception that is no longer needed', async () => {
    const foreign = {
      'no-undef': 'a rule of ESLint',
      'flour.yml': 'a file of the miller',
      bakeBread: 'no reason',
    };
    expect(await problemsOf(['`no-undef` `flour.yml` `bakeBread`'], foreign)).toEqual([
      'tools/check/docs/exceptions.ts: no document needs bakeBread any more: remove it',
    ]);
  });
});
