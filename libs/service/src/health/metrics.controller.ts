import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Gauge, Registry, collectDefaultMetrics, register } from 'prom-client';
import { withinOneSecond } from './soon.ts';

/** Injection token of a service's own metrics. */
export const figuresToken = Symbol('figures');

/** Gauge that is read on request; where that fails, or takes longer than a second, it is omitted. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  /** Label that distinguishes its values. */
  readonly label: string;
  readonly read: () => Promise<readonly { readonly of: string; readonly value: number }[]>;
}

let collecting = false;

/** `/metrics`: the metrics of process and service in the Prometheus text format. */
@Controller()
export class MetricsController {
  constructor(@Inject(figuresToken) private readonly figures: Figure[]) {
    if (!collecting) {
      collecting = true;
      collectDefaultMetrics({ register });
    }
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    return Registry.merge([register, await this.own()]).metrics();
  }

  private async own(): Promise<Registry> {
    const registry = new Registry();
    await Promise.all(
      this.figures.map(async ({ name, help, label, read }) => {
        const values = await withinOneSecond(read).catch(() => undefined);
        if (values !== undefined) {
          const gauge = new Gauge({ name, help, labelNames: [label], registers: [registry] });
          values.forEach(({ of, value }) => gauge.set({ [label]: of }, value));
        }
      }),
    );
    return registry;
  }
}
