import { Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController, readinessToken } from './health.controller.ts';
import type { Readiness } from './health.controller.ts';
import { figuresToken, MetricsController } from './metrics.controller.ts';
import type { Figure } from './metrics.controller.ts';

/** Nest module for liveness, readiness and metrics over HTTP. */
@Module({})
export class HealthModule {
  /** `useFactory` builds the readiness checks from what it injects; `figures` likewise the service's own metrics. */
  static forRoot(
    inject: NonNullable<FactoryProvider['inject']>,
    useFactory: FactoryProvider<Readiness>['useFactory'],
    figures: Pick<FactoryProvider<Figure[]>, 'inject' | 'useFactory'> = { useFactory: () => [] },
  ): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false, errorLogStyle: 'json' })],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: readinessToken, inject, useFactory },
        { provide: figuresToken, inject: figures.inject ?? [], useFactory: figures.useFactory },
      ],
    };
  }
}
