import { InboxMessage } from '../inbox/inbox-message.entity.ts';
import { OutboxMessage } from '../outbox/outbox-message.entity.ts';
import { ParkedMessage } from '../parked/parked-message.entity.ts';

/** Entities that `defineService` adds to those of a service with events. */
export const messagingEntities = [OutboxMessage, InboxMessage, ParkedMessage];

/**
 * First version of the tables behind `messagingEntities`. The first services created them in migrations of their own,
 * before there were `messagingMigrations`, so they are created only where missing. Later changes are in the migrations.
 */
export const messagingTables = [
  `create table if not exists outbox_message (
    id bigint generated always as identity primary key,
    message_id uuid not null,
    subject varchar(200) not null,
    body text not null,
    traceparent varchar(60) not null,
    created_at timestamptz not null,
    published_at timestamptz
  )`,
  'create index if not exists outbox_message_waiting on outbox_message (id) where published_at is null',
  'create index if not exists outbox_message_published_at on outbox_message (published_at)',
  `create table if not exists inbox_message (
    message_id varchar(200) primary key,
    handled_at timestamptz not null
  )`,
  `create table if not exists failing_message (
    message_id varchar(200) not null,
    subject varchar(200) not null,
    failures integer not null,
    reason text not null,
    failed_at timestamptz not null,
    primary key (message_id, subject)
  )`,
  `create table if not exists parked_message (
    message_id varchar(200) not null,
    subject varchar(200) not null,
    body text not null,
    reason text not null,
    parked_at timestamptz not null,
    primary key (message_id, subject)
  )`,
];

/**
 * Table of the streams as a service last saw them: time of creation, by NATS, and last sequence. A stream that is younger
 * or has a lower sequence was lost. Created only where missing, as `messagingTables`.
 */
export const streamSeenTable = `create table if not exists stream_seen (
  name varchar(100) primary key,
  created timestamptz not null,
  last_seq bigint not null
)`;

/**
 * Table of the members erased in the last hour, by hashes only. `change` names the `members.changed` that announced it.
 */
export const erasureTables = [
  `create table if not exists erased_recently (
    change text primary key,
    epoch integer not null,
    salt text not null,
    members text[] not null,
    passages text not null,
    at timestamptz not null,
    done_at timestamptz
  )`,
  'create index if not exists parked_message_subject on parked_message (subject)',
];
