import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install();
runOnPinnedNode('tools/mine/main.ts');
