import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alone } from './alone.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-alone-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const holder = (lockFile: string): string => `
  const { alone } = await import(${JSON.stringify(join(import.meta.dirname, 'alone.ts'))});
  await alone(${JSON.stringify(lockFile)}, async () => {
    console.log('holds it');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });`;

describe('a lock file', () => {
  it('excludes other processes while one works, and admits them once that one is killed', async () => {
    const lockFile = join(folder, 'build.lock');
    const other = spawn(process.execPath, ['--input-type=module', '--eval', holder(lockFile)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    });
    await once(other.stdout, 'data');
    let working = false;
    const mine = alone(lockFile, async () => {
      working = true;
      return Promise.resolve(other.killed);
    });
    // the first attempt has been made: the call makes it before it returns
    expect(working).toBe(false);
    other.kill('SIGKILL');
    expect(await mine).toBe(true);
  });

  it('is free again after work that failed', async () => {
    const lockFile = join(folder, 'failed.lock');
    await expect(alone(lockFile, async () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await alone(lockFile, async () => Promise.resolve('done'))).toBe('done');
  });
});
