import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

const log = (line) => process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);
// only where a test may need the page
const ofThePage = args.length === 0 || args.some((arg) => arg.startsWith('e2e'));

// a fresh machine has neither: browser and packages are installed side by side
const [packages, browser] = await Promise.allSettled([install(), ofThePage && ensureChromium(log)]);
if (packages.status === 'rejected') {
  throw packages.reason;
}
if (browser.status === 'rejected') {
  log(browser.reason.message);
  process.exit(1);
}
runOnPinnedNode('tools/check/test.ts');
