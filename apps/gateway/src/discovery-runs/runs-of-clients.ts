import { Injectable } from '@nestjs/common';
import { RunNotFound, hasEnded } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { TooManyRequests } from '../access/too-many-requests.ts';
import { RunSettings } from './run-settings.ts';

const retryAfterS = 30;
/** Time between two looks at the runs of a client: each is a request, and refused clients come again. */
const lookEveryMs = 1_000;

/** Keeps each client to a number of runs that have not ended, so that one does not fill the queue of all. */
@Injectable()
export class RunsOfClients {
  private readonly runs = new Map<string, Set<number>>();
  private readonly starting = new Map<string, number>();
  private readonly looks = new Map<string, { at: number; done: Promise<void> }>();

  constructor(
    private readonly requests: RequestClient,
    private readonly settings: RunSettings,
  ) {}

  /**
   * Creates a run for a client by `create`. Runs that this gateway did not create are not counted.
   * @throws TooManyRequests if so many of the client have not ended
   */
  async create(client: string, create: () => Promise<Run>): Promise<Run> {
    const { maxRunsPerClient } = this.settings;
    if (this.count(client) >= maxRunsPerClient) {
      await this.look(client);
    }
    const count = this.count(client);
    if (count >= maxRunsPerClient) {
      throw new TooManyRequests(
        `${count} of your runs have not ended yet: wait for one, or cancel one.`,
        retryAfterS,
      );
    }
    this.starting.set(client, (this.starting.get(client) ?? 0) + 1);
    try {
      const run = await create();
      this.runs.set(client, (this.runs.get(client) ?? new Set()).add(run.id));
      return run;
    } finally {
      this.starting.set(client, (this.starting.get(client) ?? 1) - 1);
      if (this.starting.get(client) === 0) {
        this.starting.delete(client);
      }
    }
  }

  private count(client: string): number {
    return (this.runs.get(client)?.size ?? 0) + (this.starting.get(client) ?? 0);
  }

  private async look(client: string): Promise<void> {
    const last = this.looks.get(client);
    if (last !== undefined && performance.now() - last.at < lookEveryMs) {
      return last.done;
    }
    const done = this.forgetEnded(client);
    this.looks.set(client, { at: performance.now(), done });
    return done;
  }

  private async forgetEnded(client: string): Promise<void> {
    const runs = this.runs.get(client) ?? new Set();
    await Promise.all(
      [...runs].map(async (id) => {
        if (await this.isOver(id)) {
          runs.delete(id);
        }
      }),
    );
  }

  private async isOver(id: number): Promise<boolean> {
    try {
      return hasEnded((await this.requests.ask('runs.get', { id })).status);
    } catch (error) {
      return error instanceof RunNotFound;
    }
  }
}
