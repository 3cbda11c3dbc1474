import { setTimeout as delay } from 'node:timers/promises';

/** Polls until a condition holds, and fails after 20 s. */
export async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`waited 20 s for ${what}`);
    }
    await delay(50);
  }
}
