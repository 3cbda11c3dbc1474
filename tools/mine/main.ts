import { UsageError, readOptions, synopsis, usage } from './options.ts';
import { run } from './run.ts';

// Whoever reads may have enough: `npm run -s mine -- members.csv | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The result could not be written: ${error.message}\n`);
  process.exit(1);
});

// Nothing waits for SIGINT here: it then ends the process even while that computes.
try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(`${usage}\n`);
  else
    await run(options, process.env['VOCABULARY_FILE'] || undefined, {
      out: process.stdout,
      err: process.stderr,
    });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (error instanceof UsageError) process.stderr.write(`${synopsis}\nWith --help it tells more.\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
