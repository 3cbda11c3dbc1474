import { execFile } from 'node:child_process';

/** User to run a program as; only root may choose one. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** Result of a program. */
export interface Finished {
  ok: boolean;
  output: string;
}

/** Runs a program within a time limit; returns a failure instead of throwing it. */
export async function run(
  command: string,
  args: string[],
  options: { timeoutMs: number; cwd?: string; runAs?: RunAs; env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      {
        cwd: options.cwd ?? '/',
        env: options.env ?? process.env,
        timeout: options.timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: 16 * 1024 * 1024,
        ...options.runAs,
      },
      (error, stdout, stderr) => {
        const reason =
          error === null
            ? ''
            : error.killed
              ? `not done after ${options.timeoutMs / 1_000} s`
              : error.message;
        const output = `${stdout}${stderr}`.trim();
        resolve({ ok: error === null, output: output === '' ? reason : output });
      },
    );
  });
}
