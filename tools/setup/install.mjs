import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
 * What is installed, each set with all of the one before it: what `npm start -- --once` needs, which builds no page; what
 * `npm start` needs; and all. The dependencies of workspaces are what the first two are made of.
 */
const sets = ['once', 'start', 'all'];
const howToBegin = {
  once: () => ['ci', '--omit=dev', ...workspacesWithoutPage()],
  start: () => ['ci', '--omit=dev'],
  all: () => ['ci', '--include=dev'],
};
// not npm ci, which first removes everything: a running npm start uses these files
const howToAdd = {
  start: ['install', '--no-save', '--omit=dev'],
  all: ['install', '--no-save', '--include=dev'],
};

/**
 * Installs what package-lock.json names, unless at least that is installed. Runs on the machine's own Node.
 *
 * @param {'once' | 'start' | 'all'} [needed]
 */
export async function install(needed = 'all') {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const [installedLock, installed] =
    existsSync(node) && existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  // a note of another version, or of one that was killed while it wrote, counts as none
  const current = installedLock === lock && sets.includes(installed);
  if (current && sets.indexOf(installed) >= sets.indexOf(needed)) {
    return;
  }
  if (current) {
    process.stderr.write('Installing further packages (once; a minute) …\n');
    await npm([...howToAdd[needed], ...flags]);
    writeFileSync(stamp, `${lock} ${needed}`);
    return;
  }
  const set = holdsDevDependencies() ? 'all' : needed;
  process.stderr.write('Installing packages (once; half a minute or more) …\n');
  await npm([...howToBegin[set](), ...flags]);
  writeFileSync(stamp, `${lock} ${set}`);
}

/** All workspaces with sources that run, but for the page. */
function workspacesWithoutPage() {
  const projects = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return [...projects, 'tools']
    .filter((project) => project !== 'apps/web' && existsSync(join(root, project, 'package.json')))
    .map((project) => `--workspace=${project}`);
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
