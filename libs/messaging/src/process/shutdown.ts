import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { settlesWithin } from './time.ts';

/**
 * Phases of a graceful shutdown in their order, each with its time limit in milliseconds. A phase begins when the one
 * before it has ended or has reached its limit; within a phase all parts work at once.
 *
 * 1. `stopIntake`: no new message, request or connection is accepted, and timers stop. Handlers of stream messages
 *    receive the signal to hand their work back.
 * 2. `finishWork`: requests in flight are answered, stream messages in flight are settled.
 * 3. `publish`: the outbox publishes what these have written.
 * 4. `close`: threads end and the connection to NATS is drained.
 *
 * After them Nest closes HTTP, and the database last. Together they stay below the limit at which `runService` ends the
 * process.
 */
export const shutdownLimits = {
  stopIntake: 1_000,
  finishWork: 10_000,
  publish: 8_000,
  close: 4_000,
} as const;

/** Name of a phase. */
export type ShutdownPhase = keyof typeof shutdownLimits;

const phases = ['stopIntake', 'finishWork', 'publish', 'close'] as const satisfies readonly ShutdownPhase[];

/** A step of one part in one phase; its signal fires when the phase has reached its limit. */
type Step = (signal: AbortSignal) => unknown;

/** A part of a service, with its step in each phase that concerns it. */
interface ShutdownPart extends Readonly<Partial<Record<ShutdownPhase, Step>>> {
  /** Name in the log. */
  readonly name: string;
  /** Names what is unfinished now, for the log. */
  readonly unfinished?: () => readonly string[];
}

/** Runs the phases once, when Nest begins to close the application. */
@Injectable()
export class Shutdown implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Shutdown.name);
  private readonly parts: ShutdownPart[] = [];
  private running: Promise<void> | undefined;

  /** Adds a part, which takes its steps beside the others'. */
  register(part: ShutdownPart): void {
    this.parts.push(part);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.run();
  }

  /**
   * Runs all phases; a second call waits for the first.
   * @throws AggregateError of what the steps threw, after the last phase
   */
  async run(limits: Readonly<Record<ShutdownPhase, number>> = shutdownLimits): Promise<void> {
    this.running ??= this.runPhases(limits);
    await this.running;
  }

  private async runPhases(limits: Readonly<Record<ShutdownPhase, number>>): Promise<void> {
    const errors: unknown[] = [];
    for (const phase of phases) {
      errors.push(...(await this.runPhase(phase, limits[phase])));
    }
    if (errors.length > 0) {
      throw new AggregateError(errors, `The shutdown failed: ${errors.map(String).join('; ')}`);
    }
  }

  /** Runs the steps of one phase; returns what they threw within its limit. */
  private async runPhase(phase: ShutdownPhase, limitMs: number): Promise<unknown[]> {
    const errors: unknown[] = [];
    const open = new Set(this.parts.filter((part) => part[phase] !== undefined));
    const limit = new AbortController();
    const steps = [...open].map(async (part) => {
      try {
        await part[phase]?.(limit.signal);
      } catch (error) {
        errors.push(error);
      } finally {
        open.delete(part);
      }
    });
    if (!(await settlesWithin(limitMs, Promise.all(steps)))) {
      const names = Array.from(open, nameWithUnfinished).join('; ');
      this.logger.warn(`${phase} did not finish within ${limitMs / 1_000} s; still open: ${names}`);
      limit.abort();
    }
    return errors;
  }
}

function nameWithUnfinished({ name, unfinished }: ShutdownPart): string {
  const items = unfinished?.() ?? [];
  return items.length === 0 ? name : `${name} (${items.join(', ')})`;
}
