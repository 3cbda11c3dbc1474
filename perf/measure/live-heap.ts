import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const Snapshot = z.object({
  snapshot: z.object({ meta: z.object({ node_fields: z.array(z.string()) }) }),
  nodes: z.array(z.int()),
});

const timeoutMs = 30_000;
const pollEveryMs = 500;

/** What Node is told, in NODE_OPTIONS, so that a process can be asked what is alive in it. */
export function withSnapshots(folder: string): string {
  return `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`;
}

/**
 * MB that are alive in a process: V8 takes a snapshot of its heap, for which it collects all that is not. What a process
 * holds beside that (`rssMb`) is also what V8 has not yet collected, and has no need to. Undefined where the process is
 * gone or stopped.
 * @param folder the one that `withSnapshots` was given
 */
export async function liveHeapOf(pid: number, folder: string): Promise<number | undefined> {
  const snapshotsOf = async (): Promise<string[]> =>
    (await readdir(folder))
      .filter((file) => file.split('.').includes(String(pid)))
      .map((file) => join(folder, file));
  // one that was stopped when it was asked before may have answered since
  for (const late of await snapshotsOf()) {
    await rm(late);
  }
  try {
    process.kill(pid, 'SIGUSR2');
  } catch {
    return undefined;
  }
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    await delay(pollEveryMs);
    const [file] = await snapshotsOf();
    const size = file === undefined ? undefined : await sizeIn(file);
    if (file !== undefined && size !== undefined) {
      await rm(file);
      return size / 1024 ** 2;
    }
  }
  return undefined;
}

/** Bytes of all nodes of a snapshot; undefined where it is still being written. */
async function sizeIn(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8');
  if (!text.trimEnd().endsWith('}')) {
    return undefined;
  }
  const { snapshot, nodes } = Snapshot.parse(JSON.parse(text));
  const fields = snapshot.meta.node_fields;
  const at = fields.indexOf('self_size');
  let size = 0;
  for (let node = at; node < nodes.length; node += fields.length) {
    size += nodes[node] ?? 0;
  }
  return size;
}
