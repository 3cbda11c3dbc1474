import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Shutdown, shutdownLimits } from './shutdown.ts';
import type { ShutdownPhase } from './shutdown.ts';

const phases: ShutdownPhase[] = ['stopIntake', 'finishWork', 'publish', 'close'];
const never = async (): Promise<void> => new Promise(() => undefined);

describe('a graceful shutdown', () => {
  const lines: string[] = [];

  beforeEach(() => {
    lines.length = 0;
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void lines.push(String(line)));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('runs its phases one after the other, in each all parts at once', async () => {
    const shutdown = new Shutdown();
    const steps: string[] = [];
    for (const name of ['requests', 'streams']) {
      const step = (phase: ShutdownPhase) => async (): Promise<void> => {
        steps.push(`${phase} ${name} begins`);
        await Promise.resolve();
        steps.push(`${phase} ${name} ends`);
      };
      shutdown.register({ name, ...Object.fromEntries(phases.map((phase) => [phase, step(phase)])) });
    }
    await shutdown.run();
    expect(steps).toEqual(
      phases.flatMap((phase) =>
        ['begins', 'ends'].flatMap((at) => [`${phase} requests ${at}`, `${phase} streams ${at}`]),
      ),
    );
    expect(lines).toEqual([]);
  });

  it('logs what is still open where a phase reaches its limit, and continues', async () => {
    const shutdown = new Shutdown();
    const closed: string[] = [];
    let isLate = false;
    shutdown.register({
      name: 'requests',
      finishWork: async (signal) => {
        signal.addEventListener('abort', () => (isLate = true));
        await never();
      },
      unfinished: () => ['members.get', 'runs.get'],
      close: () => closed.push('requests'),
    });
    shutdown.register({ name: 'threads', finishWork: never });
    shutdown.register({ name: 'timers', finishWork: () => undefined });
    await shutdown.run({ ...shutdownLimits, finishWork: 20 });
    expect(lines).toEqual([
      'finishWork did not finish within 0.02 s; still open: requests (members.get, runs.get); threads',
    ]);
    expect([isLate, closed]).toEqual([true, ['requests']]);
  });

  it('fails after its last phase where a step failed', async () => {
    const shutdown = new Shutdown();
    const closed: string[] = [];
    shutdown.register({
      name: 'disk',
      publish: () => {
        throw new Error('disk full');
      },
    });
    shutdown.register({ name: 'thread', close: () => closed.push('thread') });
    await expect(shutdown.run()).rejects.toThrow('The shutdown failed: Error: disk full');
    expect(closed).toEqual(['thread']);
  });

  it('runs once, however often it is called', async () => {
    const shutdown = new Shutdown();
    let runs = 0;
    shutdown.register({ name: 'counter', close: () => (runs += 1) });
    await Promise.all([shutdown.run(), shutdown.beforeApplicationShutdown()]);
    await shutdown.run();
    expect(runs).toBe(1);
  });

  it('keeps all its limits together below the 25 s after which the process is ended', () => {
    const total = Object.values(shutdownLimits).reduce((sum, ms) => sum + ms, 0);
    expect(total).toBeLessThan(25_000);
  });
});
