import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install('once');
runOnPinnedNode('apps/cli/src/erasures/main.ts');
