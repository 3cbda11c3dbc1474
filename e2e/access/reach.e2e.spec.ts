import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const limitMs = 60_000;

interface Ending {
  code: number | string | null;
  stderr: string;
}

/** Runs a program with Node until it ends, with an environment of its own. */
async function ended(args: string[], env: Record<string, string>): Promise<Ending> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env }, timeout: limitMs },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
    );
  });
}

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({ environment: z.record(z.string(), z.string()).default({}), command: z.unknown() }),
  ),
});

/** Environment of a service in its container: what the image sets, and compose with these variables. */
async function containerOf(service: string, set: Record<string, string>): Promise<Record<string, string>> {
  const { services } = Compose.parse(
    parse(await readFile(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }),
  );
  const given = Object.entries(services[service]?.environment ?? {}).map(([name, value]) => [
    name,
    value.replace(/\$\{(\w+):-([^}]*)\}/g, (_, variable: string, or: string) => set[variable] ?? or),
  ]);
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
  const image = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
    line.split(' ').map((pair) => pair.split('=')),
  );
  return z.record(z.string(), z.string()).parse(Object.fromEntries([...image, ...given]));
}

describe('the gateway without a login', () => {
  const main = join(root, 'apps/gateway/dist/service/main.js');

  it('refuses to start in a container that compose publishes beyond this machine', async () => {
    for (const published of ['0.0.0.0', '192.168.1.4', '[::]']) {
      const env = await containerOf('gateway', { PUBLISH_ON: published });
      expect([env['HOST'], env['AUTH']]).toEqual(['0.0.0.0', '']);
      const ending = await ended([main], env);
      expect([published, ending.code]).toEqual([published, 1]);
      expect(ending.stderr).toMatch(/PUBLISH_ON: .*AUTH=local asks nobody .* set PUBLISH_ON=127\.0\.0\.1/);
    }
  });

  it('refuses to start in a container that says nothing of where it is published', async () => {
    const env = await containerOf('gateway', {});
    const ending = await ended([main], { ...env, PUBLISH_ON: '' });
    expect(ending).toMatchObject({ code: 1, stderr: expect.stringMatching(/HOST: 0\.0\.0\.0 .*PUBLISH_ON/) });
  });

  it('refuses a name that resolves to more than this machine', async () => {
    const ending = await ended([main], { HOST: '0', PORT: '0', NATS_URL: 'nats://127.0.0.1:9' });
    expect(ending).toMatchObject({ code: 1, stderr: expect.stringMatching(/HOST: 0, which is 0\.0\.0\.0/) });
  });
});

it('lets no service of a container tell of itself beyond its network', async () => {
  for (const service of ['member-profile', 'pattern-finder', 'discovery-worker', 'question-generator']) {
    const env = await containerOf(service, { PUBLISH_ON: '0.0.0.0' });
    expect([service, env['PUBLISH_ON']]).toEqual([service, 'none']);
  }
  const main = join(root, 'apps/question-generator/dist/service/main.js');
  const ending = await ended([main], { HOST: '::', DATABASE_URL: 'postgresql://127.0.0.1:9/none' });
  expect(ending).toMatchObject({ code: 1, stderr: expect.stringMatching(/HOST: :: .*health and metrics/) });
});

it('makes npm start end before it starts anything, with the remedy', async () => {
  const data = await mkdtemp(join(tmpdir(), 'warren-reach-'));
  const ending = await ended(
    ['--disable-warning=ExperimentalWarning', join(root, 'tools/start/main.ts'), '--data', data],
    { HOST: '0.0.0.0', PUBLISH_ON: '127.0.0.1' },
  );
  expect(ending.code).toBe(1);
  expect(ending.stderr).toMatch(/HOST: 0\.0\.0\.0 .*leave HOST out, or set AUTH=oidc .*read by gateway/);
  expect(await readdir(data)).toEqual([]);
  await rm(data, { recursive: true });
});
