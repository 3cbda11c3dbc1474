import { install, root } from './install.mjs';
import { runOnPinnedNode } from './run.mjs';

// node tools/setup/tool.mjs SCRIPT [ARGUMENT …]: runs a development tool in the checkout's folder
const [script, ...args] = process.argv.slice(2);

await install();
runOnPinnedNode(script, { args, cwd: root });
