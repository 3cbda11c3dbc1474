import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { codeOf } from './error-code.ts';
import { run } from './run.ts';

/** Whether a process with this id exists, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a process started, in the words of the system, or undefined where there is none: process ids are used
 * again, in containers within minutes, so that an id alone does not say that a process is the one noted.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  if (!processExists(pid)) return undefined;
  if (existsSync('/proc/self/stat')) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // the program's name stands in brackets and may hold spaces; the state and the start time come after it
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || stat === '' ? undefined : fields[19];
  }
  const listed = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { timeoutMs: 5_000 });
  return listed.ok && listed.output !== '' ? listed.output : undefined;
}

/** A process id with its start: enough to know the process again. */
export type ProcessIdentity = { pid: number; started: string };

/** The identity of a running process. */
export async function identify(pid: number): Promise<ProcessIdentity> {
  return { pid, started: (await processStart(pid)) ?? 'gone' };
}

/** Whether the very process that was noted still runs. */
export async function stillRuns(noted: ProcessIdentity): Promise<boolean> {
  return (await processStart(noted.pid)) === noted.started;
}
