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

/** NODE_OPTIONS that let `liveHeapOf` request heap snapshots from a process. */
export function withSnapshots(folder: string): string {
  return `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`;
}

/**
 * Live heap of a process in MB, by a heap snapshot, before which V8 collects all garbage. `rssMb` also counts garbage
 * that V8 has not yet collected and need not collect. Undefined where the process has ended or is stopped.
 * @param folder the one that `withSnapshots` was given
 */
export async function liveHeapOf(pid: number, folder: string): Promise<number | undefined> {
  const snapshotsOf = async (): Promise<string[]> =>
    (await readdir(folder))
      .filter((file) => file.split('.').includes(String(pid)))
      .map((file) => join(folder, file));
  // a process that was stopped at an earlier request may have answered it since
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
