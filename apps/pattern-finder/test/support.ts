import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MessagingOptions, NatsConnectionManager, RequestClient } from '@warren/messaging';
import { createTestDatabase, databaseUrlOf, startTestNats } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';

/** A pattern-finder in this process, on a database and a nats-server of its own. */
export interface Finder {
  app: NestFastifyApplication;
  nats: Nats;
  database: TestDatabase;
  /** Connection of another program, which may do anything, and its requests. */
  outside: NatsConnectionManager;
  client: RequestClient;
  /** Starts another on the same database and nats-server, e.g. a worker; the caller closes it. */
  another(env: Record<string, string>): Promise<NestFastifyApplication>;
  stop(): Promise<void>;
}

/** Starts it with times short enough for tests. */
export async function startFinder(env: Record<string, string> = {}): Promise<Finder> {
  const [database, nats] = await Promise.all([createTestDatabase(), startTestNats()]);
  const another = async (more: Record<string, string>): Promise<NestFastifyApplication> =>
    createApp(
      Config.parse({
        ...nats.environmentOf('pattern-finder', { createsStreams: true }),
        DATABASE_URL: databaseUrlOf(database.url, 'pattern-finder'),
        ANALYST: 'statistical',
        THEMES: 'off',
        WORKER_TIMEOUT_MS: '720',
        POLL_MS: '100',
        LOG_LEVEL: 'error',
        // Most tests are about other things than small groups, with few members.
        SMALLEST_GROUP: '1',
        ...env,
        ...more,
      }),
    );
  const app = await another({});
  const outside = new NatsConnectionManager(
    new MessagingOptions({ service: 'gateway', servers: [nats.url] }),
  );
  const client = new RequestClient(outside);
  const stop = async (): Promise<void> => {
    await app.close();
    await outside.close();
    await nats.stop();
    await database.drop();
  };
  return { app, nats, database, outside, client, another, stop };
}
