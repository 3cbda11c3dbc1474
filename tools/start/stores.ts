import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  cacheFolder,
  databasesIn,
  findNatsServer,
  folderOfServer,
  isSameName,
  listCommunities,
  natsVariables,
  openDataFolder,
  sampleName,
  startNats,
  startPostgres,
  withLatest,
  writeCommunities,
} from '@warren/servers';
import type { Nats, Postgres, Running, ServiceName } from '@warren/servers';
import { chooseCommunity } from './choose-community.ts';
import type { StartOptions } from './options.ts';
import { holdsSampleAlone } from './sample.ts';

/** PostgreSQL and NATS, our own or those that the environment names, with the community that they hold. */
export interface Stores {
  /** as the role of the operator: in a database of our own each service has another */
  databaseUrl: string;
  /** whether the database is our own */
  ownDatabase: boolean;
  /** without a user where the server is one of ours */
  natsUrl: string;
  /** variables with which a service connects to a server of ours, as a user of its own; none for the operator's */
  natsOf: (service: ServiceName) => Record<string, string>;
  /** what commands find of NATS while this runs */
  natsNote: Pick<Running, 'natsUrl' | 'nats' | 'natsConsumerUrl'>;
  /** undefined for a database of the operator's that has no name */
  community: Running['community'];
  /** name of its folders of streams, uploads and logs */
  folder: string;
  /** what to tell about the choice of the community */
  lines: readonly string[];
  stop: () => Promise<void>;
}

type Opened = Pick<Stores, 'databaseUrl' | 'ownDatabase' | 'community' | 'folder' | 'lines'>;

/** Variables that name servers of the operator's; an empty one counts as absent. */
export const operatorsServers = (
  env: NodeJS.ProcessEnv = process.env,
): { databaseUrl: string | undefined; natsUrl: string | undefined } => ({
  databaseUrl: env['DATABASE_URL'] || undefined,
  natsUrl: env['NATS_URL'] || undefined,
});

/** Returns whether a data folder has a PostgreSQL of its own. */
export const hasPostgres = (data: string): boolean => existsSync(join(data, 'postgresql', 'cluster.json'));

/** Starts what `DATABASE_URL` and `NATS_URL` do not name; each community has its own database and streams. */
export async function startStores(options: StartOptions, log: (line: string) => void): Promise<Stores> {
  const theirs = operatorsServers();
  await openDataFolder(options.data, { ownPostgres: theirs.databaseUrl === undefined });
  const own: { postgres?: Postgres; nats?: Nats } = {};
  const stop = async (): Promise<void> => {
    await Promise.all([own.postgres?.stop(), own.nats?.stop()]);
  };
  // on a new machine it is fetched while PostgreSQL makes its files
  const binary = theirs.natsUrl === undefined ? findNatsServer({ cacheDir: cacheFolder, log }) : undefined;
  binary?.catch(() => undefined);
  try {
    const opened =
      theirs.databaseUrl === undefined
        ? await openOwn((own.postgres = await startPostgres(postgresOf(options.data, log))), options)
        : await openTheirs(theirs.databaseUrl, options);
    const storeDir = join(options.data, 'nats', opened.folder);
    if (binary !== undefined) {
      own.nats = await startNats({ binary: await binary, cacheDir: cacheFolder, storeDir, log });
    }
    return { ...opened, ...natsOf(own.nats, theirs.natsUrl ?? ''), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Our own server with its users, or the operator's with the variables that are set. */
function natsOf(own: Nats | undefined, theirs: string): Pick<Stores, 'natsUrl' | 'natsOf' | 'natsNote'> {
  if (own === undefined) {
    const nats = natsVariables(process.env);
    return { natsUrl: theirs, natsOf: () => ({}), natsNote: { natsUrl: theirs, nats } };
  }
  const { url: natsUrl } = own;
  return {
    natsUrl,
    natsOf: (service) => own.environmentOf(service),
    natsNote: {
      natsUrl,
      nats: { NATS_URL: own.urlOf('operator') },
      natsConsumerUrl: own.urlOf('consumer'),
    },
  };
}

const postgresOf = (data: string, log: (line: string) => void) => ({
  dataDir: join(data, 'postgresql'),
  log,
});

async function openOwn(postgres: Postgres, options: StartOptions): Promise<Opened> {
  const communities = await listCommunities(options.data, await databasesIn(postgres.adminUrl));
  const { community, lines } = chooseCommunity(communities, options);
  // before its database: a database without an entry would get a name by its own
  await writeCommunities(options.data, withLatest(communities, community));
  const { name, sample, database } = community;
  const databaseUrl = await postgres.createDatabase(database);
  return { databaseUrl, ownDatabase: true, community: { name, sample }, folder: database, lines };
}

async function openTheirs(databaseUrl: string, options: StartOptions): Promise<Opened> {
  if (options.rename !== undefined) {
    throw new Error('With DATABASE_URL the community is called what COMMUNITY_NAME says: set that.');
  }
  const opened = { databaseUrl, ownDatabase: false, folder: folderOfServer(databaseUrl), lines: [] };
  if (options.community !== undefined) {
    return {
      ...opened,
      community: { name: options.community, sample: isSameName(options.community, sampleName) },
    };
  }
  const sample = options.members === undefined && (await holdsSampleAlone(databaseUrl));
  return { ...opened, community: sample ? { name: sampleName, sample } : undefined };
}
