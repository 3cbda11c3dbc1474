import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** One of Warren's services, to be run as a process of its own. */
export type ServiceOptions = {
  /** built `main.js` */
  entry: string;
  /** whole environment of the process; nothing is inherited but PATH and the like */
  env: Record<string, string>;
  logFile: string;
};

/** What a process needs of its machine: paths, time zone, language, proxies and certificates. */
const ofTheMachine =
  /^(PATH|HOME|TZ|LANG|LC_.*|https?_proxy|no_proxy|NODE_USE_ENV_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR))$/i;

/** Compiled once for all starts (`NODE_COMPILE_CACHE`), which spares each a sixth of its start. */
const compiled = join(cacheFolder, '..', 'compiled');

/** Starts a service on this Node; it ends when this process does. */
export async function startService({ entry, env, logFile }: ServiceOptions): Promise<ServerProcess> {
  const inherited = Object.entries(process.env).filter(([name]) => ofTheMachine.test(name));
  return startServerProcess({
    command: process.execPath,
    args: ['--enable-source-maps', entry],
    logFile,
    env: { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: compiled, ...env },
    stopSignal: 'SIGTERM',
  });
}
