import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  codeOf,
  databasesIn,
  dropDatabase,
  folderOfServer,
  freeFolder,
  isSameName,
  listCommunities,
  newCommunity,
  openDataFolder,
  readRunning,
  startPostgres,
  usualCommunity,
  writeCommunities,
} from '@warren/servers';
import type { Community } from '@warren/servers';
import { mustFind, thereAre } from './choose-community.ts';
import { emptyDatabase, emptyStreams } from './operators-servers.ts';
import type { StartOptions } from './options.ts';
import { hasPostgres, operatorsServers } from './stores.ts';

type Options = Pick<StartOptions, 'data' | 'community' | 'confirmed'>;

/**
 * Deletes a community: its database, streams, uploads and logs, and nothing of another one. Who was erased stays known, so
 * that they do not come back with the next import.
 * @returns its name
 * @throws Error if its name does not confirm it, or npm start runs on the folder; nothing is deleted then
 */
export async function startOver(options: Options): Promise<string> {
  const running = await readRunning(options.data);
  if (running !== undefined) {
    throw new Error(`npm start runs on ${options.data}: stop it first.`);
  }
  const { databaseUrl, natsUrl } = operatorsServers();
  if (databaseUrl !== undefined) {
    return startOverTheirs(databaseUrl, natsUrl, options);
  }
  if (!hasPostgres(options.data)) {
    throw new Error(`${options.data} holds no community: there is nothing to delete.`);
  }
  await openDataFolder(options.data, { ownPostgres: true });
  const postgres = await startPostgres({ dataDir: join(options.data, 'postgresql') });
  try {
    const communities = await listCommunities(options.data, await databasesIn(postgres.adminUrl));
    const community = chosen(communities, options);
    await confirm(community.name, options.confirmed);
    await freeFolder(join(options.data, 'nats', community.database), 'SIGTERM');
    await dropDatabase(postgres.adminUrl, community.database);
    if (natsUrl !== undefined) {
      await emptyStreams();
    }
    await removeFolders(options.data, community.database);
    await forget(options.data, communities, community);
    return community.name;
  } finally {
    await postgres.stop();
  }
}

function chosen(communities: readonly Community[], { community, confirmed }: Options): Community {
  const name = community ?? confirmed;
  const found = name === undefined ? usualCommunity(communities) : mustFind(communities, name);
  if (found === undefined) {
    throw new Error(thereAre(communities));
  }
  return found;
}

/** @throws Error unless the name is given, on the command line or, where there is one, at the terminal */
async function confirm(name: string, given: string | undefined): Promise<void> {
  const confirmed = given ?? (process.stdin.isTTY ? await ask(name) : undefined);
  if (confirmed === undefined) {
    throw new Error(`This deletes "${name}". If it shall, say its name: npm start -- --start-over "${name}"`);
  }
  if (!isSameName(confirmed, name)) {
    throw new Error(`"${confirmed}" is not "${name}": nothing was deleted.`);
  }
}

async function ask(name: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new AbortController();
  terminal.once('close', () => closed.abort());
  try {
    return await terminal.question(
      `This deletes the members and patterns of "${name}", with their history. Its name, to confirm it: `,
      { signal: closed.signal },
    );
  } catch {
    return '';
  } finally {
    terminal.close();
  }
}

async function removeFolders(data: string, folder: string): Promise<void> {
  for (const kind of ['nats', 'uploads', 'logs']) {
    await rm(join(data, kind, folder), { recursive: true, force: true });
  }
}

/** Removes a community from the list; who was erased from it stays known to the next one of its name. */
async function forget(data: string, communities: readonly Community[], gone: Community): Promise<void> {
  const others = communities.filter(({ database }) => database !== gone.database);
  const next = newCommunity(others, gone.name);
  if (next.database !== gone.database) {
    await moveErasures(join(data, 'erasures', gone.database), join(data, 'erasures', next.database));
  }
  await writeCommunities(data, others);
}

async function moveErasures(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // nobody was ever erased
    if (codeOf(error) !== 'ENOENT') {
      throw new Error(`${from}, which says who was erased, cannot become ${to}: move it, then repeat this.`, {
        cause: error,
      });
    }
  }
}

/** Empties the operator's servers, whose community is known by `COMMUNITY_NAME` alone. */
async function startOverTheirs(
  databaseUrl: string,
  natsUrl: string | undefined,
  { data, community, confirmed }: Options,
): Promise<string> {
  if (community === undefined) {
    throw new Error(
      'Set COMMUNITY_NAME to the name of the community that DATABASE_URL holds: nothing was deleted.',
    );
  }
  await confirm(community, confirmed);
  const folder = folderOfServer(databaseUrl);
  await freeFolder(join(data, 'nats', folder), 'SIGTERM');
  await emptyDatabase(databaseUrl);
  if (natsUrl !== undefined) {
    await emptyStreams();
  }
  await removeFolders(data, folder);
  return community;
}
