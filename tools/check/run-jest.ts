import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runSteps } from './steps.ts';

const Summary = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int() });

/** Runs Jest, and prints how many tests passed. Its projects start the servers that they need. @throws StepFailed */
export async function runJest(name: string, args: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'warren-test-'));
  const results = join(folder, 'results.json');
  try {
    await runSteps([
      {
        name,
        command: ['jest', '--maxWorkers=2', '--json', `--outputFile=${results}`, ...args],
        env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
      },
    ]);
  } finally {
    if (existsSync(results)) {
      await summarise(results);
    }
    await rm(folder, { recursive: true, force: true });
  }
}

async function summarise(file: string): Promise<void> {
  const summary = Summary.parse(JSON.parse(await readFile(file, 'utf8')));
  const skipped = summary.numPendingTests === 0 ? '' : `, ${summary.numPendingTests} skipped`;
  process.stdout.write(
    `Tests: ${summary.numPassedTests} passed, ${summary.numFailedTests} failed${skipped}\n`,
  );
}
