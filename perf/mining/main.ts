import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';

/**
 * Runs a short version of every benchmark, one after another, in a few minutes: `npm run bench`. The top of each file
 * shows how to run it alone, with other sizes and more communities.
 *
 *   node perf/mining/main.ts [first seed 1000]
 *     --data FOLDER    folder of the real files
 */
const options = readArguments([1000], { options: ['data'] });
const seed = String(options.numbers[0] ?? 0);
const data = options.option('data');
const fromFile = data === undefined ? [] : ['--data', data];

const benchmarks: [heading: string, file: string, args: string[]][] = [
  [
    'Recovery of planted groups',
    'recovery.ts',
    ['200', '5', seed, '--baseline-seeds', '1', '--baseline-seconds', '20', ...fromFile],
  ],
  [
    'Recovery of planted groups',
    'recovery.ts',
    ['500', '5', seed, '--baseline-seeds', '1', '--baseline-seconds', '20', ...fromFile],
  ],
  [
    'False positives where nothing is planted',
    'false-positives.ts',
    ['50', seed, '--sizes', 'uneven:200,uneven:1000,shuffled:200,shuffled:997', ...fromFile],
  ],
  ['False discovery rate, requested and observed', 'calibration.ts', ['500', '24', seed, ...fromFile]],
  ['Themes coded by chance, and planted', 'themes.ts', ['5', seed, '--sizes', '200', ...fromFile]],
  ['Speed beside node-fpgrowth', 'speed.ts', ['3', ...fromFile]],
  ['Growth with members', 'growth.ts', ['100000']],
  ['One member changed', 'one-change.ts', ['3', '10000']],
  ['Introductions', 'introductions.ts', ['100000']],
];

for (const [heading, file, args] of benchmarks) {
  console.log(`\n# ${heading}: ${file} ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exitCode = 1;
  }
}
