import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Exit of a program. */
interface Ending {
  code: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

/** Runs a program of this folder in a process of its own. */
export async function runProgram(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  const path = process.env['PATH'];
  return new Promise((resolve) => {
    const options = { env: { PATH: path, ...env }, timeout: 30_000 };
    execFile(process.execPath, [join(import.meta.dirname, name), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}
