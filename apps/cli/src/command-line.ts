import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

/** A mistake on the command line; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Exit code of a program. 0: done, 1: failed, 2: the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** A program of the command line. */
export interface Program<Command> {
  /** Help text; its first paragraph is the synopsis. */
  readonly usage: string;
  /**
   * Reads the arguments: `help` and `usage` print the help text, which ends with code 0 and 2.
   * @throws UsageError
   */
  readonly read: (args: string[]) => Command | 'help' | 'usage';
  /** Executes the command; what it throws is printed as its message alone. */
  readonly run: (command: Command) => Promise<void>;
}

/** Streams of a program: results go to `out`, all else to `err`. */
interface Output {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/** Runs a program with the arguments of a command line. @returns the exit code */
export async function runProgram<Command extends object>(
  { usage, read, run }: Program<Command>,
  args: string[] = process.argv.slice(2),
  { out, err }: Output = { out: process.stdout, err: process.stderr },
): Promise<ExitCode> {
  try {
    const command = read(args);
    if (typeof command === 'object') {
      await run(command);
      return 0;
    }
    out.write(`${usage}\n`);
    return command === 'help' ? 0 : 2;
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof UsageError)) {
      return 1;
    }
    const [synopsis = ''] = usage.split('\n\n', 1);
    err.write(`${synopsis}\nSee --help.\n`);
    return 2;
  }
}

/** Splits arguments into options and the rest; `--help` and `-h` are options of every program. @throws UsageError */
export function parseCommandLine<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } } as const,
    });
  } catch (error) {
    // Node adds how to name a file that begins with a dash, which is rarely what was meant.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new UsageError(`${message}.`);
  }
}
