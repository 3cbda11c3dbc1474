import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import type { HealthCheckResult, HealthIndicatorFunction } from '@nestjs/terminus';

/** The checks that decide whether a service is ready, by name. */
export const READINESS = Symbol('readiness');
/** Names of what a service needs, each with a check that throws or is false where it is missing. */
export type Readiness = Record<string, () => boolean | Promise<boolean>>;

/** `/healthz`: the process answers. `/readyz`: what it needs is there too; else 503. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    @Inject(READINESS) private readonly readiness: Readiness,
  ) {}

  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(): Promise<HealthCheckResult> {
    return this.health.check(Object.entries(this.readiness).map(([name, check]) => indicator(name, check)));
  }
}

function indicator(name: string, check: () => boolean | Promise<boolean>): HealthIndicatorFunction {
  return async () => {
    const up = await Promise.resolve(check()).catch(() => false);
    return { [name]: { status: up ? 'up' : 'down' } };
  };
}
