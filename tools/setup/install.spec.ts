import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/**
 * A stand-in for npm: records its arguments, and writes the files that we read; a file `kill` makes it die half way.
 */
const npm = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync('calls', args.filter((arg) => !/^--(prefer-offline|no-audit|no-fund|loglevel=)/.test(arg)).join(' ') + '\\n');
if (args[0] === 'ci') fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/node/bin', { recursive: true });
fs.writeFileSync('node_modules/node/bin/node', '');
if (fs.existsSync('kill')) process.kill(process.pid, 'SIGKILL');
const packages = { 'node_modules/jest': { dev: true } };
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: args.includes('--omit=dev') ? {} : packages }));
`;

let checkout = '';
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'warren-install-'));
  await cp(join(import.meta.dirname, 'install.mjs'), join(checkout, 'tools/setup/install.mjs'));
  await mkdir(join(checkout, 'bin'));
  await writeFile(join(checkout, 'bin/npm'), npm, { mode: 0o755 });
  await writeFile(join(checkout, 'package-lock.json'), '{}');
  for (const project of ['apps/gateway', 'apps/web', 'libs/contracts', 'tools']) {
    await mkdir(join(checkout, project), { recursive: true });
    await writeFile(join(checkout, project, 'package.json'), '{}');
  }
  await mkdir(join(checkout, 'apps/left-over'));
});
afterEach(async () => rm(checkout, { recursive: true, force: true }));

const exec = promisify(execFile);

type Needed = 'once' | 'start' | 'all';

/** Installs what a command needs; returns npm's arguments, nothing where all is installed. */
async function command(name: Needed): Promise<string[]> {
  await rm(join(checkout, 'calls'), { force: true });
  const module = JSON.stringify(join(checkout, 'tools/setup/install.mjs'));
  const script = `const { install } = await import(${module}); await install('${name}');`;
  const env = { PATH: [join(checkout, 'bin'), process.env['PATH']].join(delimiter) };
  await exec(process.execPath, ['--input-type=module', '--eval', script], { cwd: checkout, env });
  const calls = await readFile(join(checkout, 'calls'), 'utf8').catch(() => '');
  return calls.split('\n').filter((call) => call !== '');
}

async function killed(name: Needed): Promise<void> {
  await writeFile(join(checkout, 'kill'), '');
  await expect(command(name)).rejects.toThrow('failed; see above');
  await rm(join(checkout, 'kill'));
}

const onceAlone = 'ci --omit=dev --workspace=apps/gateway --workspace=libs/contracts --workspace=tools';
const startAlone = 'ci --omit=dev';
const thePage = 'install --no-save --omit=dev';
const theRest = 'install --no-save --include=dev';
const all = 'ci --include=dev';

describe('the installation', () => {
  it('is what npm start needs, once; other commands add the rest, once', async () => {
    expect(await command('start')).toEqual([startAlone]);
    expect(await command('start')).toEqual([]);
    expect(await command('all')).toEqual([theRest]);
    expect(await command('all')).toEqual([]);
    expect(await command('start')).toEqual([]);
  });

  it('leaves out what builds the page until a start needs it', async () => {
    expect(await command('once')).toEqual([onceAlone]);
    expect(await command('once')).toEqual([]);
    expect(await command('start')).toEqual([thePage]);
    expect(await command('once')).toEqual([]);
    expect(await command('start')).toEqual([]);
    expect(await command('all')).toEqual([theRest]);
    expect(await command('once')).toEqual([]);
  });

  it('is complete where another command comes first, and stays so for npm start', async () => {
    expect(await command('all')).toEqual([all]);
    expect(await command('start')).toEqual([]);
  });

  it('follows the lock file, and keeps devDependencies where they were installed', async () => {
    await command('start');
    await writeFile(join(checkout, 'package-lock.json'), '{ "second": true }');
    expect(await command('start')).toEqual([startAlone]);
    await command('all');
    await writeFile(join(checkout, 'package-lock.json'), '{ "third": true }');
    expect(await command('start')).toEqual([all]);
    expect(await command('all')).toEqual([]);
  });

  it('starts over after one that was killed', async () => {
    await killed('start');
    expect(await command('start')).toEqual([startAlone]);
    await killed('all');
    expect(await command('all')).toEqual([all]);
  });

  it('is not taken as complete when it was killed while the rest was added', async () => {
    await command('start');
    await killed('all');
    expect(await command('start')).toEqual([startAlone]);
    expect(await command('all')).toEqual([theRest]);
  });

  it('starts over where its note names no set that it knows', async () => {
    await command('start');
    const stamp = join(checkout, 'node_modules/.warren-installed');
    const [lock = ''] = (await readFile(stamp, 'utf8')).split(' ');
    for (const note of ['', lock, `${lock} without devDependencies`]) {
      await writeFile(stamp, note);
      expect(await command('once')).toEqual([onceAlone]);
      expect(await command('once')).toEqual([]);
    }
  });

  it('starts over where the pinned Node is missing', async () => {
    await command('all');
    await rm(join(checkout, 'node_modules/node'), { recursive: true });
    expect(await command('start')).toEqual([all]);
  });
});
