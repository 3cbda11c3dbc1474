import { InboxMessage } from './inbox/inbox-message.entity.ts';
import { OutboxMessage } from './outbox/outbox-message.entity.ts';
import { ParkedMessage } from './parked/parked-message.entity.ts';

/** The entities that a service with events adds to its ORM. */
export const messagingEntities = [OutboxMessage, InboxMessage, ParkedMessage];

/** The tables behind `messagingEntities`: SQL for the first migration of each service that uses them. */
export const messagingTables = [
  `create table outbox_message (
    id bigint generated always as identity primary key,
    message_id uuid not null,
    subject varchar(200) not null,
    body text not null,
    traceparent varchar(60) not null,
    created_at timestamptz not null,
    published_at timestamptz
  )`,
  'create index outbox_message_waiting on outbox_message (id) where published_at is null',
  'create index outbox_message_published_at on outbox_message (published_at)',
  `create table inbox_message (
    message_id varchar(200) primary key,
    handled_at timestamptz not null
  )`,
  `create table failing_message (
    message_id varchar(200) not null,
    subject varchar(200) not null,
    failures integer not null,
    reason text not null,
    failed_at timestamptz not null,
    primary key (message_id, subject)
  )`,
  `create table parked_message (
    message_id varchar(200) not null,
    subject varchar(200) not null,
    body text not null,
    reason text not null,
    parked_at timestamptz not null,
    primary key (message_id, subject)
  )`,
];

/**
 * What a service has last seen of a stream: when it was created, by NATS, and how far it had got. A stream that is
 * younger, or has got less far, was lost. SQL for the migration that comes after `messagingTables`.
 */
export const streamSeenTable = `create table stream_seen (
  name varchar(100) primary key,
  created timestamptz not null,
  last_seq bigint not null
)`;
