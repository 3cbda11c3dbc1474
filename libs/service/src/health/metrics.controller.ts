import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';

let collecting = false;

/** `/metrics`: the process's figures in the Prometheus text format. */
@Controller()
export class MetricsController {
  constructor() {
    if (!collecting) {
      collecting = true;
      collectDefaultMetrics({ register });
    }
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    return register.metrics();
  }
}
