import { Controller } from '@nestjs/common';
import type { DiscoveryJob } from '@warren/contracts';
import { Consumes, JetStreamContext, RetryLater } from '@warren/messaging';
import { Claims } from '../run-state/claims.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { RunExecutor } from './run-executor.ts';

/** Consumes discovery jobs from the work queue, one at a time. */
@Controller()
export class JobController {
  constructor(
    private readonly claims: Claims,
    private readonly leases: LeaseKeeper,
    private readonly executor: RunExecutor,
  ) {}

  @Consumes('jobs.discovery', { concurrency: 1 })
  async discover({ run_id }: DiscoveryJob, context: JetStreamContext): Promise<void> {
    const result = await this.claims.claim(run_id);
    if (result.kind === 'held') {
      throw new RetryLater(result.forMs, `Run ${run_id} is held by another worker`);
    }
    if (result.kind === 'ended') {
      return;
    }
    const { claim, run } = result;
    const outcome = await this.leases.run(claim, context, (signals) =>
      this.executor.execute(claim, run, signals),
    );
    if (outcome.kind === 'retry') {
      throw new RetryLater(outcome.inMs, `Run ${run_id}: ${outcome.reason}`);
    }
  }
}
