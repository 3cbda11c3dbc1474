import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

install();
runOnPinnedNode('tools/start/main.ts');
