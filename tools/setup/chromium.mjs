import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// the headless shell first: it takes a fifth less processor time
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const howTo =
  'No Chromium was found, which the tests of the page need: install it (Debian and Ubuntu: apt-get install chromium; ' +
  'macOS: brew install --cask chromium), or set CHROMIUM to an installed one.';

/**
 * A browser on this machine: the one that CHROMIUM names, else the first on PATH.
 *
 * @returns {string | undefined}
 */
function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macPlaces];
  return places.find(runs);
}

/**
 * As `findChromium`; where there is none and this process may, the distribution's package is installed. Plain JavaScript,
 * since it runs while Warren's packages are still being installed.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<string>}
 */
export async function ensureChromium(log) {
  const found = findChromium();
  if (found !== undefined) {
    return found;
  }
  if (process.getuid?.() === 0 && (await apt('--version'))) {
    log('Installing chromium for the tests of the page (once; a minute or two) …');
    await apt('update', '-qq');
    // older releases lack the first package
    for (const name of names.slice(0, 2)) {
      if (await apt('install', '-y', '-qq', '--no-install-recommends', name)) {
        break;
      }
    }
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error(howTo);
  }
  return installed;
}

/** Runs apt-get, with its output on standard error; returns whether it succeeded. */
async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] });
  try {
    const [code] = await once(child, 'exit');
    return code === 0;
  } catch {
    // no apt-get on this machine
    return false;
  }
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
