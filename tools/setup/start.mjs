import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install({ forStart: true });
runOnPinnedNode('tools/start/main.ts');
