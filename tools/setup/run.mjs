import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { node, root } from './install.mjs';

/**
 * Runs a script of ours on the pinned Node, which reads TypeScript and the libraries' sources as they are. Signals are
 * forwarded, and its exit code becomes ours. `flags` are those of Node.
 */
export function runOnPinnedNode(
  script,
  { args = process.argv.slice(2), cwd = process.env.INIT_CWD ?? process.cwd(), flags = [] } = {},
) {
  const nodeFlags = ['--disable-warning=ExperimentalWarning', ...flags];
  const child = spawn(node, [...nodeFlags, join(root, script), ...args], {
    cwd,
    stdio: 'inherit',
    env: {
      ...process.env,
      // Node's compiled code, types stripped, is cached for the next command
      NODE_COMPILE_CACHE: join(root, '.warren/compiled'),
      PATH: `${join(root, 'node_modules/node/bin')}${delimiter}${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  });
  // A terminal's Ctrl-C reaches the child directly as well; it counts two within a second as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
