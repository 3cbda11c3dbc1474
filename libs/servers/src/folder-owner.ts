import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writePrivately } from './private-files.ts';
import { identify, stillRuns } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** Processes that use a server's folder: the one that started the server, and the server. */
interface Owners {
  starter: ProcessIdentity;
  server: ProcessIdentity;
}

const noteIn = (folder: string): string => join(folder, 'owner.json');

/**
 * Makes sure that no process uses a server's folder: a server whose starter was killed is stopped. Throws where the
 * starter still runs.
 * Returns the id of the last server that ran here, which no longer runs.
 */
export async function freeFolder(folder: string, stopSignal: NodeJS.Signals): Promise<number | undefined> {
  const owners = await readOwners(folder);
  if (owners === undefined) {
    return undefined;
  }
  if (await stillRuns(owners.server)) {
    if (await stillRuns(owners.starter)) {
      throw new Error(
        `${folder} is in use by process ${owners.starter.pid}: stop that one first, or choose another data folder`,
      );
    }
    await end(owners.server, stopSignal);
  }
  await rm(noteIn(folder), { force: true });
  return owners.server.pid;
}

/** Records that this process runs a server in the folder. */
export async function ownFolder(folder: string, serverPid: number): Promise<void> {
  const owners: Owners = { starter: await identify(process.pid), server: await identify(serverPid) };
  await writePrivately(noteIn(folder), JSON.stringify(owners));
}

/** Removes the record once the server has ended. */
export async function leaveFolder(folder: string): Promise<void> {
  await rm(noteIn(folder), { force: true });
}

async function end(server: ProcessIdentity, stopSignal: NodeJS.Signals): Promise<void> {
  for (const [signal, withinMs] of [[stopSignal, 15_000] as const, ['SIGKILL', 5_000] as const]) {
    if (await stillRuns(server)) {
      process.kill(server.pid, signal);
    }
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      if (!(await stillRuns(server))) {
        return;
      }
      await delay(50);
    }
  }
  throw new Error(`process ${server.pid}, left from an earlier run, does not end: stop it by hand`);
}

async function readOwners(folder: string): Promise<Owners | undefined> {
  const text = await readFile(noteIn(folder), 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  try {
    const note: unknown = JSON.parse(text);
    if (typeof note !== 'object' || note === null || !('starter' in note) || !('server' in note)) {
      return undefined;
    }
    const { starter, server } = note;
    return isIdentity(starter) && isIdentity(server) ? { starter, server } : undefined;
  } catch {
    // Half written when its writer was killed.
    return undefined;
  }
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'started' in value &&
    typeof value.started === 'string'
  );
}
