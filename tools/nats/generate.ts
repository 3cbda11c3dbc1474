/**
 * Writes deploy/nats/users.conf from the contracts; with `--check` only checks that it is current:
 * `node tools/nats/generate.ts [--check]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usersBlock } from '@warren/nats';

const file = join(import.meta.dirname, '../../deploy/nats/users.conf');
const head =
  '# Users of nats-server and what each may publish and subscribe to. Generated from libs/nats and libs/contracts by\n' +
  "# npm run nats: change it there. Passwords are variables of the server's environment.\n\n";
const text = head + usersBlock();

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(
      'deploy/nats/users.conf is older than the contracts: npm run nats, and commit the file\n',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
}
