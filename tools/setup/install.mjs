import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Node as pinned by package.json, whatever the machine has. */
export const node = join(root, 'node_modules/node/bin/node');

/** Record of what node_modules holds; removed while npm runs, so that an interrupted installation is repeated. */
const stamp = join(root, 'node_modules/.warren-installed');
/** npm's own record of what it installed. */
const npmRecord = join(root, 'node_modules/.package-lock.json');

/** The lock file pins every version by its hash, so that what npm has in its cache need not be asked for again. */
const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs what package-lock.json names, unless exactly that is installed. Runs on the machine's own Node.
 *
 * @param {{ forStart?: boolean }} [options] with `forStart` only what `npm start` needs: the dependencies of the
 * workspaces, without devDependencies. Where more is installed already, it stays.
 */
export async function install({ forStart = false } = {}) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const [all, start] = [lock, `${lock} without devDependencies`];
  const installed = existsSync(node) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (installed === all || (installed === start && forStart)) {
    return;
  }
  if (installed === start) {
    // not npm ci, which first removes everything: a running npm start uses these files
    process.stderr.write('Installing what tests and tools need (once; a minute) …\n');
    await npm(['install', '--no-save', '--include=dev', ...flags]);
    writeFileSync(stamp, all);
  } else if (forStart && !holdsDevDependencies()) {
    process.stderr.write('Installing packages (once; half a minute or more) …\n');
    await npm(['ci', '--omit=dev', ...flags]);
    writeFileSync(stamp, start);
  } else {
    process.stderr.write('Installing packages (once; a minute or two) …\n');
    await npm(['ci', '--include=dev', ...flags]);
    writeFileSync(stamp, all);
  }
}

/** Returns whether devDependencies are installed, by hand or before the lock file changed. */
function holdsDevDependencies() {
  try {
    const { packages } = JSON.parse(readFileSync(npmRecord, 'utf8'));
    return Object.values(packages).some(({ dev }) => dev === true);
  } catch {
    // nothing is installed, or only in part
    return false;
  }
}

async function npm(args) {
  rmSync(stamp, { force: true });
  // npm's output goes to standard error: standard output is for the command's own result.
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env: withoutNpmConfig() });
  const [code] = await once(child, 'exit');
  if (code === 0 && existsSync(node)) {
    return;
  }
  process.stderr.write(`npm ${args[0]} failed; see above. With a working network, run the command again.\n`);
  process.exit(1);
}

/** npm passes its switches to scripts as variables; a `-s` or `--json` meant for us would change the inner npm. */
function withoutNpmConfig() {
  const passed = /^npm_config_(json|silent|loglevel|once|port|members|data)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !passed.test(name)));
}
