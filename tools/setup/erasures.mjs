import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install();
runOnPinnedNode('tools/erasures/main.ts');
