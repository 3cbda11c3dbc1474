import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** One command of a check, as a person would type it. */
export interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
}

/** Thrown where a step did not end with code 0; its own output names the problem. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/** Runs steps one after the other and says how long each took. @throws StepFailed at the first that fails */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const from = performance.now();
    const code = await runStep(step);
    const took = `${((performance.now() - from) / 1000).toFixed(1)} s`;
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${took})\n`);
    if (code !== 0) {
      throw new StepFailed(`${step.name} failed`);
    }
  }
}

/** Waits for all promises, also after a rejection; then throws the first one. */
export async function together<T extends unknown[]>(...works: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/** Runs `work` as a whole process: code 1 where a step failed. */
export async function asProcess(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepFailed)) {
      throw error;
    }
    process.exitCode = 1;
  }
}

/** Runs a step with its output shown; returns its exit code, 1 where a signal ended it. */
export async function runStep({ command, env }: Step): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
