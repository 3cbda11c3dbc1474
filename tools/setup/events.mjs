import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install();
runOnPinnedNode('apps/cli/src/events/main.ts');
