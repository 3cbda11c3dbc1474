import { join } from 'node:path';

/** Folder of the server binaries that a checkout has fetched: `.warren/bin`, ignored by git. */
export const cacheFolder = join(import.meta.dirname, '..', '..', '..', '.warren', 'bin');
