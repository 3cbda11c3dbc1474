import { ConsoleLogger } from '@nestjs/common';
import type { INestApplication, LogLevel } from '@nestjs/common';

const levels: LogLevel[] = ['error', 'warn', 'log', 'debug', 'verbose'];

/** What Nest tells of its own building: of use to who writes a service, not to who runs it. */
const framework = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestMicroservice',
]);

class ServiceLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (typeof context !== 'string' || !framework.has(context)) {
      super.log(message, ...rest);
    }
  }
}

/** The log of a service: lines for people, or JSON for a collector, from `LOG_LEVEL` upwards. */
export function serviceLogger(service: string, level: LogLevel, format: 'text' | 'json'): ConsoleLogger {
  return new ServiceLogger({
    prefix: service,
    logLevels: ['fatal', ...levels.slice(0, levels.indexOf(level) + 1)],
    json: format === 'json',
    colors: false,
  });
}

/** Ends the process in order on SIGTERM and SIGINT, and with code 1 where it could not start. */
export async function runService(start: () => Promise<INestApplication>): Promise<void> {
  try {
    const app = await start();
    app.enableShutdownHooks();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
