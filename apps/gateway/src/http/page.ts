import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';

/** Serves the web page at `/`. */
export function servePage(app: NestFastifyApplication): void {
  app.useStaticAssets({ root: join(import.meta.dirname, '../../public'), prefix: '/', wildcard: false });
}
