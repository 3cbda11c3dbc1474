import { foreignNames } from './docs/exceptions.ts';
import { documentProblems } from './docs/problems.ts';
import { root } from './steps.ts';

const problems = documentProblems(root, foreignNames);
for (const problem of problems) {
  process.stderr.write(`${problem}\n`);
}
process.exitCode = problems.length === 0 ? 0 : 1;
