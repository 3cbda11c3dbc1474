import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { AuditEntries } from './audit/audit-entries.ts';
import { AuditLog } from './audit/audit-log.ts';
import { NatsConnectionManager } from './connection/nats-connection.ts';
import { MessagingOptions } from './connection/options.ts';
import { ErasedRecently } from './erasure/erased-recently.ts';
import { KeptMessages } from './erasure/kept-messages.ts';
import { Inbox } from './inbox/inbox.ts';
import { JetStreamServer } from './jetstream/jetstream-server.ts';
import { OutboxRelay } from './outbox/outbox-relay.ts';
import { Outbox } from './outbox/outbox.ts';
import { StreamLossDetector } from './outbox/stream-loss-detector.ts';
import { ParkedMessages } from './parked/parked-messages.ts';
import { Shutdown } from './process/shutdown.ts';
import { FailedRequests } from './requests/failed-requests.ts';
import { RequestClient } from './requests/request-client.ts';
import { RequestServer } from './requests/request-server.ts';
import { Retention } from './retention/retention.ts';

const requestProviders = [MessagingOptions, Shutdown, NatsConnectionManager, RequestClient, RequestServer];
const eventProviders = [
  Outbox,
  StreamLossDetector,
  OutboxRelay,
  Inbox,
  ParkedMessages,
  JetStreamServer,
  ErasedRecently,
  KeptMessages,
  AuditLog,
  AuditEntries,
  Retention,
];

/** Nest module for NATS: requests, and for a service with a database also events, jobs, outbox and inbox. */
@Module({})
export class MessagingModule {
  /** Module of a service that only sends and answers requests, and owns no tables. */
  static forRequests(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [{ provide: MessagingOptions, useValue: options }, ...requestProviders.slice(1)],
      exports: requestProviders,
    };
  }

  /** Module of a service with a database, whose ORM must have `messagingEntities` and `messagingMigrations`. */
  static forEvents(options: MessagingOptions): DynamicModule {
    const requests = MessagingModule.forRequests(options);
    return {
      ...requests,
      providers: [
        ...(requests.providers ?? []),
        ...eventProviders,
        { provide: FailedRequests, useExisting: AuditLog },
      ],
      exports: [...requestProviders, ...eventProviders],
    };
  }
}

/**
 * Binds the handlers of `app` to NATS: requests always, streams where the service has a database. Waits until NATS is
 * available.
 */
export async function serveMessages(app: INestApplication, streams: boolean): Promise<void> {
  const nats = app.get(NatsConnectionManager);
  await nats.bindingHandlers(async () => {
    await nats.connected();
    app.connectMicroservice({ strategy: app.get(RequestServer) }, { inheritAppConfig: true });
    if (streams) {
      await nats.waitForStreams();
      app.connectMicroservice({ strategy: app.get(JetStreamServer) }, { inheritAppConfig: true });
    }
    await app.startAllMicroservices();
  });
}
