import { UsageError, readOptions, synopsis, usage } from './options.ts';
import { run } from './run.ts';
import type { Streams } from './run.ts';

/**
 * Does what a command line says.
 * @returns the exit code. 0: done, 1: nothing could be read or found, 2: the command line is wrong
 */
export async function command(
  args: string[],
  vocabularyFile: string | undefined,
  streams: Streams,
): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args);
    if (options === 'help') streams.out.write(`${usage}\n`);
    else await run(options, vocabularyFile, streams);
    return 0;
  } catch (error) {
    streams.err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    streams.err.write(`${synopsis}\nWith --help it tells more.\n`);
    return 2;
  }
}
