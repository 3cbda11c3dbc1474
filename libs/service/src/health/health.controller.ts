import { Controller, Get, Inject } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import type { HealthCheckResult, HealthIndicatorFunction } from '@nestjs/terminus';
import { withinOneSecond } from './soon.ts';

/** Injection token of the readiness checks. */
export const readinessToken = Symbol('readiness');
/** Result of a check: whether the dependency is available, or that with details for the operator. */
type CheckResult = boolean | ({ up: boolean } & Record<string, unknown>);
/** Readiness checks by the name of the dependency; one fails where it throws, is false, or takes longer than a second. */
export type Readiness = Record<string, () => CheckResult | Promise<CheckResult>>;

/** `/healthz`: the process answers. `/readyz`: its dependencies are available too; else 503. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    @Inject(readinessToken) private readonly readiness: Readiness,
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
