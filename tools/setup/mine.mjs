import { install } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

await install('once');
// The first rows of a file are kept, and V8 would take it that all later ones are: it would allocate them as old objects.
// With little room for young ones a million members take less memory, and hardly more time.
runOnPinnedNode('apps/cli/src/mine/main.ts', {
  flags: ['--no-allocation-site-pretenuring', '--max-semi-space-size=16'],
});
