/**
 * Writes docs/asyncapi.json from the contracts; with `--check` only checks that it is current and valid:
 * `node tools/asyncapi/generate.ts [--check]`.
 */
import { writeFile } from 'node:fs/promises';
import { asyncApiFile, asyncApiProblems, asyncApiText } from './check.ts';

if (!process.argv.includes('--check')) {
  await writeFile(asyncApiFile, asyncApiText());
}
const problems = await asyncApiProblems();
for (const problem of problems) {
  process.stderr.write(`${problem}\n`);
}
process.exitCode = problems.length === 0 ? 0 : 1;
