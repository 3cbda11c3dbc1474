import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fchmodSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunAs } from './run.ts';

/** Options of a server's process. */
interface ServerProcessOptions {
  command: string;
  args: string[];
  /** its output; a file and no pipe, so that a server neither blocks nor dies when its reader ends */
  logFile: string;
  runAs?: RunAs;
  env?: NodeJS.ProcessEnv;
  /** signal for an orderly stop */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** removed when this process dies without stopping the server */
  throwAwayFolders?: string[];
}

/** Running server in a process group of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly running: () => boolean;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process has ended, to its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it in order, by force once the time is over. */
  stop(withinMs: number): Promise<void>;
}

/** Replaces the shell by the program, with a umask that restricts its files to its user. */
const privately = ['-c', 'umask 077; exec "$@"', 'sh'];

/**
 * Starts a server that neither outlives this process nor receives the Ctrl-C meant for it. Its own process group
 * shields it from the terminal's SIGINT, so that this process can stop servers in order; a shell that waits on a pipe
 * held by this process stops the server when this process ends, SIGKILL included.
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const log = openSync(options.logFile, 'w', 0o600);
  fchmodSync(log, 0o600);
  const child = spawn('/bin/sh', [...privately, options.command, ...options.args], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: options.env ?? process.env,
    ...options.runAs,
  });
  closeSync(log);
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) {
    throw new Error(`${options.command} did not start`);
  }
  const watcher = watch(pid, options);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      watcher.kill('SIGKILL');
      resolve(code);
    });
  });
  child.unref();
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const signal = (name: NodeJS.Signals): void => {
    if (running()) {
      child.kill(name);
    }
  };
  const stop = async (withinMs: number): Promise<void> => {
    if (!running()) {
      return;
    }
    // A process stopped by SIGSTOP does not handle the stop signal.
    signal('SIGCONT');
    signal(options.stopSignal);
    const timer = setTimeout(() => signal('SIGKILL'), withinMs);
    child.ref();
    await ended;
    clearTimeout(timer);
  };
  return { pid, running, signal, ended, stop };
}

function watch(pid: number, options: ServerProcessOptions): ChildProcess {
  const script = `trap '' INT TERM HUP
read -r _
kill -CONT "$1"; kill -${options.stopSignal.slice(3)} "$1"
tries=0
while kill -0 "$1" && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -KILL "$1"
shift
if [ $# -gt 0 ]; then rm -rf "$@"; fi`;
  const watcher = spawn(
    '/bin/sh',
    ['-c', script, 'stops-a-server-left-behind', String(pid), ...(options.throwAwayFolders ?? [])],
    { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  // Node opens pipes as sockets; this one must not keep the program alive.
  if (watcher.stdin instanceof Socket) {
    watcher.stdin.unref();
  }
  return watcher;
}

/** Waits until a server answers; throws as soon as its process has ended, with the end of its log. */
export async function untilReady(
  server: ServerProcess,
  options: { name: string; logFile: string; timeoutMs: number; ready: () => Promise<boolean> },
): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  while (!(await options.ready())) {
    const late = Date.now() > deadline;
    if (server.running() && !late) {
      await delay(25);
      continue;
    }
    await server.stop(2_000);
    const tail = (await readFile(options.logFile, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15);
    const what = late ? `was not ready after ${options.timeoutMs / 1_000} s` : 'ended while starting';
    throw new Error(`${options.name} ${what}; its log ends:\n${tail.join('\n')}`);
  }
}
