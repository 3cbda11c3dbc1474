import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type pg from 'pg';
import { PatternSaved } from '@warren/contracts';

const stream = 'EVENTS';
const durable_name = 'chaos-event-recorder';

/** An independent consumer, and what it received of `pattern.saved`. */
export interface EventRecorder {
  /** message id → version, as `pattern@version` */
  received: Map<string, string>;
  stop(): Promise<void>;
}

/** Consumes from the first event on; restarts when its consumer or the stream is lost. */
export async function startEventRecorder(natsUrl: string): Promise<EventRecorder> {
  const received = new Map<string, string>();
  const stopping = new AbortController();
  const connection = await connect({ servers: natsUrl, maxReconnectAttempts: -1, reconnectTimeWait: 200 });

  const listen = async (): Promise<void> => {
    const { consumers } = await jetstreamManager(connection);
    await consumers.info(stream, durable_name).catch(async () =>
      consumers.add(stream, {
        durable_name,
        filter_subject: 'pattern.saved',
        ack_policy: AckPolicy.Explicit,
        deliver_policy: DeliverPolicy.All,
      }),
    );
    const consumer = await jetstream(connection).consumers.get(stream, durable_name);
    while (!stopping.signal.aborted) {
      const pull = await consumer.fetch({ max_messages: 50, expires: 1_000 });
      for await (const message of pull) {
        const { pattern_id, version } = PatternSaved.parse(message.json());
        received.set(message.headers?.get('ce-id') || `no id ${message.seq}`, `${pattern_id}@${version}`);
        message.ack();
      }
    }
  };
  const listening = (async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await listen().catch(async () =>
        delay(200, undefined, { signal: stopping.signal }).catch(() => undefined),
      );
    }
  })();
  return {
    received,
    stop: async () => {
      stopping.abort();
      await connection.close();
      await listening;
    },
  };
}

/**
 * Creates triggers on the tables that a run writes to: each records a row's connection, and the worker whose claim on
 * the run was the newest at that moment.
 */
export async function createTriggers(client: pg.Client): Promise<void> {
  await client.query(`
    create schema chaos;
    create table chaos.written (
      at timestamptz not null default clock_timestamp(),
      what text not null, run_id integer not null, place text not null,
      claimed_by text, fence integer not null, client_port integer not null);
    create function chaos.note() returns trigger language plpgsql security definer as $$
    declare claim record;
    begin
      if new.run_id is null then return null; end if;
      select worker, fence into claim from pattern_finder.run where id = new.run_id;
      insert into chaos.written (what, run_id, place, claimed_by, fence, client_port)
        values (tg_table_name, new.run_id,
          coalesce(to_jsonb(new) ->> 'turn', '') || '/' || coalesce(to_jsonb(new) ->> 'position', to_jsonb(new) ->> 'pattern_id', ''),
          claim.worker, claim.fence, inet_client_port());
      return null;
    end $$;`);
  for (const table of [
    'run_turn',
    'run_tool_result',
    'run_reading',
    'pattern_version',
    'pattern_observation',
  ]) {
    await client.query(
      `create trigger chaos after insert on pattern_finder.${table} for each row execute function chaos.note()`,
    );
  }
}
