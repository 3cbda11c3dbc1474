import { join } from 'node:path';

/** Where a checkout keeps the server binaries it fetched: `.warren/bin`, ignored by git. */
export const cacheFolder = join(import.meta.dirname, '..', '..', '..', '.warren', 'bin');
