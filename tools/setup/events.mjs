import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

install();
runOnPinnedNode('tools/events/main.ts');
