import { command } from './command.ts';

// The reader may close the pipe: `npm run -s mine -- members.csv | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    process.exit(0);
  }
  process.stderr.write(`The result could not be written: ${error.message}\n`);
  process.exit(1);
});

// No handler of SIGINT: it ends the process even during a computation.
const words = {
  vocabularyFile: process.env['VOCABULARY_FILE'] || undefined,
  sensitiveFile: process.env['SENSITIVE_FILE'] || undefined,
};
process.exitCode = await command(process.argv.slice(2), words, {
  out: process.stdout,
  err: process.stderr,
});
