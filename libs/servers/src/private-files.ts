import { chmod, mkdir, open, rename } from 'node:fs/promises';
import { run } from './run.ts';

/**
 * Creates a folder with access for its owner only, or restricts an existing one, whatever the umask is.
 * @param options.entered true lets others traverse the folder without listing it: under root a server's user, which must
 * access its own folder.
 */
export async function privateFolder(folder: string, options: { entered?: boolean } = {}): Promise<void> {
  const mode = options.entered === true ? 0o711 : 0o700;
  await mkdir(folder, { recursive: true });
  await chmod(folder, mode);
}

/** Restricts everything in a folder to its owner: files of an earlier version were readable by others. */
export async function closeAll(folder: string): Promise<void> {
  const closed = await run('chmod', ['-R', 'go-rwx', folder], { timeoutMs: 60_000 });
  if (!closed.ok) {
    throw new Error(`${folder} cannot be closed to other users: ${closed.output}`);
  }
}

/** Writes a file with access for its owner only: after a crash, of the machine too, it is the old or the new one. */
export async function writePrivately(file: string, text: string): Promise<void> {
  const half = `${file}.new`;
  const handle = await open(half, 'w', 0o600);
  try {
    // A file half written by an earlier version keeps its mode when it is opened again.
    await handle.chmod(0o600);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
