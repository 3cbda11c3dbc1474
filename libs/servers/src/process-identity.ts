import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { codeOf } from './error-code.ts';
import { run } from './run.ts';

/** Returns whether a process with this id exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Returns when a process started, as the system formats it, or undefined where there is none: process ids are reused, in
 * containers within minutes, so that an id alone does not identify a process.
 */
async function processStart(pid: number): Promise<string | undefined> {
  if (!processExists(pid)) {
    return undefined;
  }
  if (existsSync('/proc/self/stat')) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The program's name is in brackets and may contain spaces; state and start time follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || stat === '' ? undefined : fields[19];
  }
  const listed = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { timeoutMs: 5_000 });
  return listed.ok && listed.output !== '' ? listed.output : undefined;
}

/** Process id with its start time, which together identify a process. */
export interface ProcessIdentity {
  pid: number;
  started: string;
}

/** Returns the identity of a running process. */
export async function identify(pid: number): Promise<ProcessIdentity> {
  return { pid, started: (await processStart(pid)) ?? 'gone' };
}

/** Returns whether exactly this process still runs. */
export async function stillRuns(noted: ProcessIdentity): Promise<boolean> {
  return (await processStart(noted.pid)) === noted.started;
}
