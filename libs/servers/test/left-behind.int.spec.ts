import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cacheFolder, portInUse, startPostgres } from '../src/index.ts';
import { until } from './until.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  await chmod(root, 0o755);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

interface Holder {
  child: ChildProcess;
  ports: number[];
}

/** A program in a process group of its own, as a shell starts one, that has started both servers. */
async function holdServers(name: string): Promise<Holder> {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'hold-servers.ts'),
      join(root, name, 'pg'),
      join(root, name, 'nats'),
      cacheFolder,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const ports: unknown = JSON.parse(line.toString());
  return { child, ports: Object.values(ports as Record<string, number>) };
}

const allInUse = async (ports: number[]): Promise<boolean> =>
  (await Promise.all(ports.map((port) => portInUse(port)))).every(Boolean);
const noneInUse = async (ports: number[]): Promise<boolean> =>
  (await Promise.all(ports.map((port) => portInUse(port)))).every((inUse) => !inUse);

describe('servers and the program that started them', () => {
  it('lets Ctrl-C reach the program alone, and stops the servers when the program is killed', async () => {
    const { child, ports } = await holdServers('killed');
    process.kill(-child.pid!, 'SIGINT');
    const postgres = startPostgres({ dataDir: join(root, 'killed', 'pg') });
    await expect(postgres).rejects.toThrow(`in use by process ${child.pid!}`);
    expect(await allInUse(ports)).toBe(true);
    process.kill(-child.pid!, 'SIGKILL');
    await until(() => noneInUse(ports), 'the servers of a killed program to end');
  });

  it('takes over the folder of a program that was killed', async () => {
    const { child } = await holdServers('taken-over');
    process.kill(-child.pid!, 'SIGKILL');
    const postgres = await startPostgres({ dataDir: join(root, 'taken-over', 'pg') });
    await postgres.stop();
  });
});
