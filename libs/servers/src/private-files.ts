import { chmod, mkdir, open, rename } from 'node:fs/promises';
import { run } from './run.ts';

/**
 * Makes a folder for its owner alone, or closes one that is there, whatever the umask is.
 * @param options.entered true lets others pass through to what they know by name and may read: under root a server's
 * user, which must reach its own folder. They cannot see what is in it.
 */
export async function privateFolder(folder: string, options: { entered?: boolean } = {}): Promise<void> {
  const mode = options.entered === true ? 0o711 : 0o700;
  await mkdir(folder, { recursive: true });
  await chmod(folder, mode);
}

/** Closes all that lies in a folder of ours: what an earlier version wrote, others could read. */
export async function closeAll(folder: string): Promise<void> {
  const closed = await run('chmod', ['-R', 'go-rwx', folder], { timeoutMs: 60_000 });
  if (!closed.ok) throw new Error(`${folder} cannot be closed to other users: ${closed.output}`);
}

/** Writes a file for its owner alone, whole or not at all. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const half = `${file}.new`;
  const handle = await open(half, 'w', 0o600);
  try {
    // one left half written by an earlier version keeps its mode when it is opened again
    await handle.chmod(0o600);
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
