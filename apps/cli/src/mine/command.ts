import { runProgram } from '../command-line.ts';
import type { ExitCode } from '../command-line.ts';
import { readOptions, usage } from './options.ts';
import type { MineOptions } from './options.ts';
import { run } from './run.ts';
import type { OwnWords, Streams } from './run.ts';

/** Runs `npm run mine` with the arguments of a command line. @returns the exit code */
export async function command(args: string[], words: OwnWords, streams: Streams): Promise<ExitCode> {
  const program = {
    usage,
    read: readOptions,
    run: async (options: MineOptions) => run(options, words, streams),
  };
  return runProgram(program, args, streams);
}
