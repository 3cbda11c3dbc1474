import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { EmptyCells, MemberLine, ReplyOf, RequestInput, RequestSubject } from '@warren/contracts';
import { NatsConnectionManager, MessagingOptions, RequestClient } from '@warren/messaging';
import { createTestDatabase, databaseUrlOf, startTestNats } from '@warren/testing';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';

/** A running member-profile with its own database and nats-server. */
export interface Service {
  natsUrl: string;
  databaseUrl: string;
  /** The same database as a superuser. */
  adminUrl: string;
  /** Folder of the key and the ledger of erasures. */
  erasureDir: string;
  ask<S extends RequestSubject>(
    subject: S,
    input: RequestInput<S>,
    signal?: AbortSignal,
    deadlineMs?: number,
  ): Promise<ReplyOf<S>>;
  /** Imports lines in batches, numbered from 1. */
  importAll(
    members: readonly MemberLine[],
    importId?: string | null,
    empty?: EmptyCells,
  ): Promise<ReplyOf<'members.import'>>;
  /** A provider of the running app. */
  get<T>(type: Type<T>): T;
  /** Queries the service's tables directly, as its role. */
  sql<Row extends pg.QueryResultRow>(statement: string, params?: unknown[]): Promise<Row[]>;
  /** Stops the app and starts another on the same data. */
  restart(environment?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the service with the given environment variables. */
export async function startService(environment: Record<string, string> = {}): Promise<Service> {
  const [database, nats, folder] = await Promise.all([
    createTestDatabase(),
    startTestNats(),
    mkdtemp(join(tmpdir(), 'warren-members-')),
  ]);
  const databaseUrl = databaseUrlOf(database.url, 'member-profile');
  const start = async (extra: Record<string, string>): Promise<NestFastifyApplication> =>
    createApp(
      Config.parse({
        DATABASE_URL: databaseUrl,
        ...nats.environmentOf('member-profile'),
        LOG_LEVEL: 'error',
        ERASURE_DIR: join(folder, 'erasures'),
        ...extra,
      }),
    );
  let app = await start(environment);
  const broker = new NatsConnectionManager(new MessagingOptions({ service: 'gateway', servers: [nats.url] }));
  const client = new RequestClient(broker);
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c search_path=member_profile' });
  pool.on('error', () => undefined);
  return {
    natsUrl: nats.url,
    databaseUrl,
    adminUrl: database.adminUrl,
    erasureDir: join(folder, 'erasures'),
    ask: (subject, input, signal, deadlineMs) =>
      client.ask(subject, input, { signal, ...(deadlineMs !== undefined && { deadlineMs }) }),
    get: (type) => app.get(type),
    importAll: async (members, importId = null, empty = 'keep') => {
      const report: ReplyOf<'members.import'> = {
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: [],
        kept: { fields: 0, members: 0 },
        cleared: { fields: 0, members: 0 },
      };
      for (let at = 0; at < members.length; at += 500) {
        const rows = members.slice(at, at + 500).map((member, place) => ({ line: at + place + 1, member }));
        const part = await client.ask('members.import', { import_id: importId, empty, rows });
        report.created += part.created;
        report.updated += part.updated;
        report.unchanged += part.unchanged;
        report.rejected.push(...part.rejected);
        for (const fields of ['kept', 'cleared'] as const) {
          report[fields].fields += part[fields].fields;
          report[fields].members += part[fields].members;
        }
      }
      return report;
    },
    sql: async <Row extends pg.QueryResultRow>(statement: string, params: unknown[] = []) =>
      (await pool.query<Row>(statement, params)).rows,
    restart: async (extra = {}) => {
      await app.close();
      app = await start(extra);
    },
    stop: async () => {
      await app.close();
      await broker.close();
      await pool.end();
      await database.drop();
      await nats.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
