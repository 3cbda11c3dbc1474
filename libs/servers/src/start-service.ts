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

/** Starts a service on this Node; it ends when this process does. */
export async function startService({ entry, env, logFile }: ServiceOptions): Promise<ServerProcess> {
  const { PATH, HOME, TZ, LANG } = process.env;
  return startServerProcess({
    command: process.execPath,
    args: ['--enable-source-maps', entry],
    logFile,
    env: { ...present({ PATH, HOME, TZ, LANG }), ...env },
    stopSignal: 'SIGTERM',
  });
}

function present(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
