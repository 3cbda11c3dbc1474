import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install('once');
runOnPinnedNode('apps/cli/src/backup/main.ts', { args: ['restore', ...process.argv.slice(2)] });
