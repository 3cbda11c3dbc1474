import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Node as pinned by package.json, whatever the machine has. */
export const node = join(root, 'node_modules/node/bin/node');

const stamp = join(root, 'node_modules/.warren-installed');

/** Installs what package-lock.json names, unless exactly that is installed. Runs on the machine's own Node. */
export async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)) {
    return;
  }
  process.stderr.write('Installing packages (once; a minute or two) …\n');
  // What npm prints goes to standard error: standard output belongs to the command's own result.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env: withoutNpmConfig() });
  const [code] = await once(npm, 'exit');
  if (code !== 0 || !existsSync(node)) {
    process.stderr.write('npm ci failed; see above. With a working network, run the command again.\n');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** npm hands its own switches to scripts as variables; `-s` or `--json` meant for us would change the inner npm. */
function withoutNpmConfig() {
  const passed = /^npm_config_(json|silent|loglevel|once|port|members|data)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !passed.test(name)));
}
