/**
 * Builds the file tree that the Dockerfile describes, without a container engine, and starts every service from it
 * against servers of its own: `npm run check:image`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import {
  cacheFolder,
  databaseServices,
  freePort,
  serviceNames,
  startNats,
  startService,
  startThrowAwayPostgres,
  urlOfService,
} from '@warren/servers';
import type { ServiceName } from '@warren/servers';
import { buildTree } from './build-tree.ts';
import type { Tree } from './build-tree.ts';

const root = join(import.meta.dirname, '../..');
const healthyWithinMs = 60_000;
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'warren-image-'));
const Names = z.record(z.string(), z.string()).default({});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      dependencies: Names,
      peerDependencies: Names,
      optionalDependencies: Names,
    }),
  ),
});

/** Stop functions of all that was started; called in reverse order. */
const started: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];

try {
  const tree = await buildTree(root, folder, log);
  await holdsNoDevelopmentPackage(tree);
  const nats = await startNats({ cacheDir: cacheFolder });
  started.push(() => nats.stop());
  const postgres = await startThrowAwayPostgres();
  started.push(() => postgres.stop());
  const urls = new Map<string, string>(
    databaseServices.map((name) => [name, urlOfService(postgres.url, name)]),
  );
  const ports = new Map<string, number>();
  for (const service of await servicesIn(join(tree.folder, tree.workdir, 'apps'))) {
    const stores = { ...nats.environmentOf(service), DATABASE_URL: urls.get(service) ?? '' };
    ports.set(service, await startFrom(tree, service, stores));
    log(`${service} is healthy`);
  }
  await answersThroughGateway(ports.get('gateway'));
  log('The image holds what its services need.');
} finally {
  for (const end of started.reverse()) {
    await end();
  }
}

/**
 * The lock file marks packages that only development needs, and lists the dependencies of each; those of the page or of
 * npm start alone must not be in the image.
 */
async function holdsNoDevelopmentPackage({ folder, workdir }: Tree): Promise<void> {
  const { packages } = Lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  const inImage = Object.entries(packages).filter(
    ([path]) => !['', 'apps/web', 'tools'].includes(path) && existsSync(join(folder, workdir, path)),
  );
  const requiredPackages = new Set(
    inImage.flatMap(([, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.peerDependencies, ...entry.optionalDependencies }),
    ),
  );
  const found = inImage
    .filter(([path]) => path.startsWith('node_modules/') && !path.startsWith('node_modules/@warren/'))
    .filter(
      ([path, { dev }]) => dev === true || !requiredPackages.has(path.split('node_modules/').at(-1) ?? ''),
    )
    .map(([path]) => path);
  if (found.length > 0) {
    throw new Error(`The image holds packages of development: ${found.join(', ')}`);
  }
}

/** Apps that run; the page is served by the gateway. */
async function servicesIn(apps: string): Promise<ServiceName[]> {
  const names = await readdir(apps);
  return serviceNames.filter(
    (name) => names.includes(name) && existsSync(join(apps, name, 'dist/service/main.js')),
  );
}

/** Starts a service with the image's environment and waits until the image's own health check passes. */
async function startFrom(tree: Tree, service: string, stores: Record<string, string>): Promise<number> {
  const port = await freePort();
  const own = { HOST: '127.0.0.1', PORT: String(port), HEALTH_PORT: String(port) };
  const logFile = join(folder, `${service}.log`);
  const env = { ...tree.env, ...stores, ...own };
  const entry = join(tree.folder, tree.workdir, 'apps', service, 'dist/service/main.js');
  const running = await startService({ entry, env, logFile });
  started.push(() => running.stop(20_000));
  const [command = '', ...args] = tree.healthcheck;
  const healthy = (): boolean =>
    spawnSync(command, args, { env: { PATH: process.env['PATH'], ...env } }).status === 0;
  const deadline = Date.now() + healthyWithinMs;
  while (!healthy()) {
    if (!running.running() || Date.now() > deadline) {
      throw new Error(`${service} is not healthy; its log:\n${await readFile(logFile, 'utf8')}`);
    }
    await delay(100);
  }
  return port;
}

/** Requests routes that need each service, the page, and the documentation. */
async function answersThroughGateway(port: number | undefined): Promise<void> {
  if (port === undefined) {
    throw new Error('The image holds no gateway.');
  }
  const deadline = Date.now() + healthyWithinMs;
  const paths = [
    '/readyz',
    '/api/v1/patterns',
    '/api/v1/members',
    '/api/v1/questions',
    '/openapi.json',
    '/docs',
    '/app/patterns',
  ];
  for (const path of paths) {
    let response = await fetch(`http://127.0.0.1:${port}${path}`);
    while (!response.ok && Date.now() < deadline) {
      await delay(100);
      response = await fetch(`http://127.0.0.1:${port}${path}`);
    }
    if (!response.ok) {
      throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    }
    log(`GET ${path}: ${response.status}`);
  }
}
