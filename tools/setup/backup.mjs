import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install();
runOnPinnedNode('tools/backup/main.ts', ['backup', ...process.argv.slice(2)]);
