import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, serviceNames, startService } from '@warren/servers';
import type { ServiceName } from '@warren/servers';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';

const secret = 'wr0ng-s3cret';
const root = join(import.meta.dirname, '../..');

describe('a wrong password of NATS', () => {
  let nats: Nats;
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    [nats, database, folder] = await Promise.all([
      startTestNats({ violations: true }),
      createTestDatabase(),
      mkdtemp(join(tmpdir(), 'warren-passwords-')),
    ]);
  });

  afterAll(async () => {
    await nats.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const wrongUrl = (user: ServiceName | 'operator'): string =>
    nats.urlOf(user).replace(/:w[0-9a-f]+@/, `:${secret}@`);

  /** Runs a service until it has said that it waits, or has ended; returns all that it printed. */
  async function outputOf(name: ServiceName, env: Record<string, string>): Promise<string> {
    const logFile = join(folder, `${name}.log`);
    const port = String(await freePort());
    const service = await startService({
      entry: join(root, 'apps', name, 'dist/service/main.js'),
      logFile,
      env: {
        ...nats.environmentOf(name),
        DATABASE_URL: database.url,
        HEALTH_PORT: port,
        PORT: port,
        LOG_LEVEL: 'verbose',
        ERASURE_DIR: join(folder, 'erasures'),
        ...env,
      },
    });
    const read = async (): Promise<string> => readFile(logFile, 'utf8');
    await waitFor(async () => !service.running() || (await read()).includes('Waiting for NATS'), {
      describe: `${name} to wait or to end`,
      timeoutMs: 50_000,
    });
    await service.stop(10_000);
    return read();
  }

  it.each(serviceNames)('is in no output of %s, which says where it waits', async (name) => {
    const output = await outputOf(name, { NATS_URL: wrongUrl(name) });
    expect(output).toContain(`Waiting for NATS at 127.0.0.1:${nats.port}`);
    expect(output).toMatch(/Authorization/);
    expect(output).not.toContain(secret);
  });

  it.each([
    [{ NATS_URL: `nats://user:${secret}#/@127.0.0.1` }, 'NATS_URL.0: is no address'],
    [
      { NATS_URL: `nats://user:${secret}@127.0.0.1`, NATS_USER: 'other', NATS_PASSWORD: secret },
      'set one of them',
    ],
    [{ NATS_URL: 'nats://127.0.0.1', NATS_PASSWORD: secret }, 'NATS_USER: there is a password'],
  ])('is in no output where the variables are not valid: %#', async (env, problem) => {
    const output = await outputOf('gateway', env);
    expect(output).toContain(problem);
    expect(output).not.toContain(secret);
  });

  it.each([
    ['erasures', ['replay']],
    ['erasures', ['allow', '--email', 'ada@example.org']],
  ])('is in no output of the command %s %j', async (tool, args) => {
    const main = join(root, 'apps/cli/src', tool, 'main.ts');
    const env = { ...process.env, NATS_URL: wrongUrl('operator') };
    const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
      execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', main, ...args],
        { env },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` }),
      );
    });
    expect(code).toBe(1);
    expect(output).toMatch(/Authorization/i);
    expect(output).not.toContain(secret);
  });

  it('is not in the log of the server', async () => {
    const refused = await nats.violations();
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.join()).not.toContain(secret);
  });
});
