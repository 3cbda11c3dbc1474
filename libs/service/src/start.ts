import { ConsoleLogger } from '@nestjs/common';
import type { INestApplication, LogLevel } from '@nestjs/common';

const levels: LogLevel[] = ['error', 'warn', 'log', 'debug', 'verbose'];

/** Log contexts of Nest's own start: of use to developers of a service, not to its operators. */
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

/** Creates the logger of a service: text for people, or JSON for a collector, from `LOG_LEVEL` upwards. */
export function serviceLogger(service: string, level: LogLevel, format: 'text' | 'json'): ConsoleLogger {
  return new ServiceLogger({
    prefix: service,
    logLevels: ['fatal', ...levels.slice(0, levels.indexOf(level) + 1)],
    json: format === 'json',
    colors: false,
  });
}

const stopMs = 25_000;
const signals = { SIGTERM: 15, SIGINT: 2 } as const;

/**
 * Runs a service until SIGTERM or SIGINT, then shuts it down (`Shutdown` of @warren/messaging) and ends the process: with
 * code 0 when all work in flight was finished or handed back, with 1 where it could not start, or not stop within 25 s,
 * and with 128 plus the signal's number where a second signal ends it at once.
 */
export async function runService(start: () => Promise<INestApplication>): Promise<void> {
  let app: INestApplication | undefined;
  let stopping = false;
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      if (stopping) {
        process.exit(128 + number);
      }
      stopping = true;
      void stop(app);
    });
  }
  try {
    app = await start();
  } catch (error) {
    fail(error);
  }
}

async function stop(app: INestApplication | undefined): Promise<void> {
  setTimeout(() => {
    fail(
      `Not stopped within ${stopMs / 1_000} s; still open: ${process.getActiveResourcesInfo().join(', ')}`,
    );
  }, stopMs).unref();
  try {
    // A service that has not started yet has no work in flight.
    await app?.close();
    process.exit(0);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
