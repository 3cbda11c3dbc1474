import { join } from 'node:path';
import { databasesIn, listCommunities, readCommunities, readRunning, startPostgres } from '@warren/servers';
import type { Community } from '@warren/servers';
import { thereAre } from './choose-community.ts';
import { hasPostgres } from './stores.ts';

/** Lists the communities of a data folder for the terminal, a line each, the one used last first. */
export async function communityLines(data: string): Promise<string> {
  const running = await readRunning(data);
  const communities = running === undefined ? await notRunning(data) : await readCommunities(data);
  if (communities.length === 0) {
    return thereAre(communities);
  }
  return communities
    .map(({ name }) => `${name}${running?.community?.name === name ? '  (running)' : ''}`)
    .join('\n');
}

/** Those that an earlier version left are known by their databases alone. */
async function notRunning(data: string): Promise<Community[]> {
  if (!hasPostgres(data)) {
    return readCommunities(data);
  }
  const postgres = await startPostgres({ dataDir: join(data, 'postgresql') });
  try {
    return await listCommunities(data, await databasesIn(postgres.adminUrl));
  } finally {
    await postgres.stop();
  }
}
