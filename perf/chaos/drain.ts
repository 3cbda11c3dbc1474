import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { z } from 'zod';
import { streams } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import type { ChaosSystem } from './system.ts';

const outboxes = ['member_profile', 'pattern_finder', 'question_generator'];
const Count = z.object({ count: z.coerce.number() });

/** Unfinished work, one line each; empty where the system is idle. */
export type Left = string[];

/** Waits until every run has ended, every outbox is empty and every consumer has read all messages. */
export async function drain(system: ChaosSystem, timeoutMs: number): Promise<Left> {
  let left: Left = ['unknown'];
  await waitFor(
    async () => {
      left = await leftIn(system);
      return left.length === 0;
    },
    { describe: 'the system to become idle', timeoutMs, everyMs: 250 },
  ).catch((error: unknown) => {
    if (left[0] === 'unknown') {
      left = [String(error)];
    }
  });
  return left;
}

async function leftIn(system: ChaosSystem): Promise<Left> {
  const open = await withDatabase(system, async (client) => {
    const counted = async (what: string): Promise<number> =>
      Count.parse((await client.query<Record<string, unknown>>(`select count(*) from ${what}`)).rows[0])
        .count;
    const counts: (readonly [string, number])[] = [
      ['runs', await counted(`pattern_finder.run where status in ('queued', 'running', 'paused')`)],
    ];
    for (const schema of outboxes) {
      counts.push([
        `messages in the outbox of ${schema}`,
        await counted(`${schema}.outbox_message where published_at is null`),
      ]);
    }
    return counts;
  });
  return [...open, ...(await waitingMessages(system))]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
}

async function waitingMessages({ natsServer }: ChaosSystem): Promise<(readonly [string, number])[]> {
  const connection = await connect({ servers: natsServer.url, timeout: 2_000 });
  try {
    const manager = await jetstreamManager(connection);
    const found: (readonly [string, number])[] = [];
    for (const { name } of streams) {
      for await (const { name: consumer, num_pending, num_ack_pending } of manager.consumers.list(name)) {
        found.push([`messages for ${consumer}`, num_pending + num_ack_pending]);
      }
    }
    return found;
  } finally {
    await connection.close();
  }
}

/** Calls `work` with a connection of its own, past all proxies. */
export async function withDatabase<T>(
  { postgresServer }: ChaosSystem,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: postgresServer.url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
