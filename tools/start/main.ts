import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { hasEnded } from '@warren/contracts';
import type { DiscoverReply } from '@warren/contracts';
import { withoutCredentials } from '@warren/nats';
import { freePort, noteRunning, portInUse, usualMembers } from '@warren/servers';
import { services as servicesBuild, webPage } from '../check/build/builds.ts';
import type { Build } from '../check/build/builds.ts';
import { ensureBuilt, removeStale } from '../check/build/ensure-built.ts';
import { configsOfApps } from '../environment/configs.ts';
import { readSecretFiles } from '../environment/secrets.ts';
import { Api } from './api.ts';
import { Steps } from './console.ts';
import { importLines } from './import-summary.ts';
import { communityLines } from './list-communities.ts';
import { UsageError, readOptions, usage } from './options.ts';
import type { StartOptions } from './options.ts';
import { patternTable } from './pattern-table.ts';
import { startOver } from './start-over.ts';
import { startStores } from './stores.ts';
import type { Stores } from './stores.ts';
import { startServices, validateStart } from './system.ts';
import type { Services } from './system.ts';

const followMs = 5_000;
const root = join(import.meta.dirname, '../..');
const steps = new Steps();
const stopping = new AbortController();

// keeps the process alive, which child processes do not
setInterval(() => undefined, 60_000);

/** Stop functions of all that was started; called in reverse order. */
const started: (() => Promise<void>)[] = [];

/** One Ctrl-C may arrive twice: from the terminal, and forwarded by the parent process. */
const sameSignalMs = 1_000;
let stopRequestedAt = 0;

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

/** Stops everything; a second signal exits at once, and child processes then stop by themselves. */
function stop(): void {
  if (stopping.signal.aborted && Date.now() - stopRequestedAt > sameSignalMs) {
    process.exit(130);
  }
  if (!stopping.signal.aborted) {
    stopRequestedAt = Date.now();
  }
  stopping.abort();
}

try {
  readSecretFiles(process.env);
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(`${usage}\n`);
  } else {
    await perform(options);
  }
  await shutDown();
  process.exit(0);
} catch (error) {
  const interrupted = stopping.signal.aborted;
  if (!interrupted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) {
      process.stderr.write(`\n${usage}\n`);
    }
  }
  await shutDown();
  process.exit(interrupted ? 130 : 1);
}

async function perform(options: StartOptions): Promise<void> {
  if (options.mode === 'list') {
    process.stdout.write(`${await communityLines(options.data)}\n`);
    return;
  }
  if (options.mode === 'start') {
    await run(options);
    return;
  }
  const community = await startOver(options);
  steps.line(`"${community}" is deleted, with its patterns and their history.`);
  if (options.members === undefined) {
    steps.line(`npm start -- --community "${community}" --members FILE begins it anew.`);
    return;
  }
  await run({ ...options, community });
}

async function run(options: StartOptions): Promise<void> {
  const configs = await configsOfApps();
  validateStart(configs);
  const port = await portFor(options);
  const [stores] = await all([
    steps.step('Starting PostgreSQL and NATS', async () => {
      const stores = await startStores(options, (line) => steps.line(line));
      started.push(stores.stop);
      return stores;
    }),
    build(servicesBuild),
    removeStale(root, webPage),
  ]);
  const { databaseUrl, natsNote, community } = stores;
  stores.lines.forEach((line) => steps.line(line));
  if (community !== undefined) {
    steps.line(`Community: ${community.name}`);
  }
  started.push(await noteRunning(options.data, { databaseUrl, ...natsNote, community }));
  const services = await steps.step('Starting the services', async () => {
    const services = await startServices(root, stores, { ...options, port }, configs);
    started.push(services.stop);
    return services;
  });
  const failed = services.failed.then((name) => {
    throw new Error(`${name} has ended by itself; its log is ${join(services.logs, `${name}.log`)}`);
  });
  failed.catch(() => undefined);
  // the gateway serves the page once it is built; with --once nobody opens it
  const page = options.once ? Promise.resolve() : build(webPage);
  await Promise.race([
    all([work(options, stores, new Api(services.local, services.token)), page]),
    failed,
    stopped(),
  ]);
  if (options.once && stopping.signal.aborted) {
    throw new Error('stopped before the patterns were printed');
  }
  if (options.once || stopping.signal.aborted) {
    return;
  }
  process.stdout.write(
    `\n${community === undefined ? '' : `Community: ${community.name}\n`}Page   ${await pageOf(services)}\nAPI    ${services.url}/api/v1/patterns\nDocs   ${services.url}/docs\n` +
      `Events pattern.saved on ${withoutCredentials(stores.natsUrl)}\nLogs   ${services.logs}\nCtrl-C stops everything.\n`,
  );
  await Promise.race([failed, stopped()]);
}

/** Address of the page: where nobody is let in without logging in, a link that does so, and the token for programs. */
async function pageOf({ url, local, token }: Services): Promise<string> {
  if (token === undefined) {
    return `${url}/`;
  }
  const link = await new Api(local, token).loginLink();
  return `${url}${link}  (opens once, for ten minutes)\nToken  ${token}  (programs: curl -H "Authorization: Bearer TOKEN")`;
}

async function work(options: StartOptions, { community }: Stores, api: Api): Promise<void> {
  const from = performance.now();
  const isEmpty = (await api.memberCount()) === 0;
  const members = options.members ?? (isEmpty && community?.sample === true ? usualMembers : undefined);
  if (members !== undefined) {
    const report = await steps.step(`Importing ${basename(members)}`, async () => api.importMembers(members));
    importLines(report).forEach((line) => steps.line(line));
  } else if (isEmpty) {
    steps.line('There are no members yet: import a file on the page, or with --members FILE.');
    if (options.json) {
      process.stdout.write(`${JSON.stringify({ patterns: [] })}\n`);
    }
    return;
  }
  const imported = performance.now();
  const reply = await steps.step('Looking for patterns', async () => ended(api, await api.discover()));
  const patterns = await api.patterns();
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ patterns })}\n`);
  } else {
    process.stdout.write(
      `\n${patternTable(patterns, process.stdout.isTTY ? process.stdout.columns : 150)}\n\n${reply.response_text}\n`,
    );
  }
  const ms = (to: number, since: number): string => ((to - since) / 1000).toFixed(1);
  const now = performance.now();
  steps.line(
    `From members imported to patterns printed: ${ms(now, imported)} s (import ${ms(imported, from)} s)`,
  );
  if (reply.success) {
    return;
  }
  if (options.once) {
    throw new Error(`The discovery did not succeed: ${reply.response_text}`);
  }
  steps.line(`The discovery did not succeed: ${reply.response_text}`);
}

/** Follows a run that takes longer than the gateway waits, until it ends or is paused. */
async function ended(api: Api, reply: DiscoverReply): Promise<DiscoverReply> {
  let answer = reply;
  while (!answer.success && !stopping.signal.aborted) {
    const run = await api.run(reply.run_id);
    const success = run.status === 'succeeded';
    const { patterns, reason, response_text } = run;
    answer = {
      ...reply,
      success,
      patterns,
      patterns_found: patterns.length,
      response_text: response_text || (reason ?? ''),
    };
    if (hasEnded(run.status) || run.status === 'paused') {
      break;
    }
    steps.line(`Run ${run.id} is ${run.status}: ${run.turns} turns, ${run.patterns.length} patterns`);
    await new Promise((resolve) => setTimeout(resolve, followMs));
  }
  return answer;
}

async function portFor(options: StartOptions): Promise<number> {
  if (!(await portInUse(options.port))) {
    return options.port;
  }
  if (options.portNamed) {
    throw new Error(
      `Port ${options.port} is in use: stop what listens there, or choose another with --port.`,
    );
  }
  const port = await freePort();
  steps.line(`Port ${options.port} is in use; page and API are on ${port} this time (--port N chooses one)`);
  return port;
}

/** Runs a build, and prints its step only where something was built. */
async function build(wanted: Build): Promise<void> {
  const run = async ({ name, command: [tool, ...args], env }: Build): Promise<void> =>
    steps.step(`Building the ${name}`, async () => {
      const program = join(root, 'node_modules/.bin', tool);
      await promisify(execFile)(program, args, {
        cwd: root,
        signal: stopping.signal,
        env: { ...process.env, ...env },
      });
    });
  try {
    await ensureBuilt(root, wanted, run);
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The build failed.\n${output}`, { cause: error });
  }
}

/** Waits for all, even where one fails, so that everything that was started can be stopped. */
async function all<T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function stopped(): Promise<void> {
  if (stopping.signal.aborted) {
    return;
  }
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
}

async function shutDown(): Promise<void> {
  for (const end of started.reverse()) {
    await end().catch((error: unknown) => steps.line(`While stopping: ${String(error)}`));
  }
}
