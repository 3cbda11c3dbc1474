import { Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController, READINESS } from './health.controller.ts';
import type { Readiness } from './health.controller.ts';
import { MetricsController } from './metrics.controller.ts';

/** Liveness, readiness and metrics over HTTP. */
@Module({})
export class HealthModule {
  /** `useFactory` makes the readiness checks from what it injects. */
  static forRoot(
    inject: NonNullable<FactoryProvider['inject']>,
    useFactory: FactoryProvider<Readiness>['useFactory'],
  ): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false, errorLogStyle: 'json' })],
      controllers: [HealthController, MetricsController],
      providers: [{ provide: READINESS, inject, useFactory }],
    };
  }
}
