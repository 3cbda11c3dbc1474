import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install(process.argv.includes('--once') ? 'once' : 'start');
runOnPinnedNode('tools/start/main.ts');
