import { command } from './command.ts';

// Whoever reads may have enough: `npm run -s mine -- members.csv | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The result could not be written: ${error.message}\n`);
  process.exit(1);
});

// Nothing waits for SIGINT here: it then ends the process even while that computes.
process.exitCode = await command(process.argv.slice(2), process.env['VOCABULARY_FILE'] || undefined, {
  out: process.stdout,
  err: process.stderr,
});
