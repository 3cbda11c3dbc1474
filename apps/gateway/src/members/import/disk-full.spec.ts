import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { ServiceUnavailable } from '@warren/contracts';
import { problemOf } from '../../http/problem.ts';
import { rejectWhenDiskFull } from './disk-full.ts';

/** Device of Linux that is always full. */
const full = '/dev/full';

async function write(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile('x'.repeat(100_000));
  } finally {
    await file.close();
  }
}

describe('writing a file', () => {
  (existsSync(full) ? it : it.skip)('is answered 503 where the disk is full, with what to do', async () => {
    const rejection: unknown = await rejectWhenDiskFull(async () => write(full)).catch(
      (error: unknown) => error,
    );
    expect(rejection).toBeInstanceOf(ServiceUnavailable);
    const problem = problemOf(rejection, '/api/v1/members/import');
    expect(problem.status).toBe(503);
    expect(problem.detail).toMatch(/no room.*send it again.*UPLOAD_DIR/);
  });

  it('fails with any other error unchanged', async () => {
    await expect(rejectWhenDiskFull(async () => write('/nowhere/at/all'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await rejectWhenDiskFull(async () => Promise.resolve(1))).toBe(1);
  });
});
