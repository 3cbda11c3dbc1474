import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import type { HealthCheckResult, HealthIndicatorFunction } from '@nestjs/terminus';
import { withinOneSecond } from './soon.ts';

/** The checks that decide whether a service is ready, by name. */
export const READINESS = Symbol('readiness');
/** What a check found: whether it is there, or that and what an operator should know besides. */
export type CheckResult = boolean | ({ up: boolean } & Record<string, unknown>);
/** Names of what a service needs, each with a check that throws or is false where it is missing; it has a second. */
export type Readiness = Record<string, () => CheckResult | Promise<CheckResult>>;

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

function indicator(name: string, check: Readiness[string]): HealthIndicatorFunction {
  return async () => {
    const found = await withinOneSecond(check).catch((): CheckResult => false);
    const { up, ...more } = typeof found === 'boolean' ? { up: found } : found;
    return { [name]: { ...more, status: up ? 'up' : 'down' } };
  };
}
