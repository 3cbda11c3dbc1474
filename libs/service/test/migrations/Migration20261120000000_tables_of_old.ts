import { Migration } from '@mikro-orm/migrations';

/** Messaging's tables as a service made them in a migration of its own, before the library had any. */
export class Migration20261120000000_tables_of_old extends Migration {
  override up(): void {
    this.addSql(`create table outbox_message (
      id bigint generated always as identity primary key,
      message_id uuid not null,
      subject varchar(200) not null,
      body text not null,
      traceparent varchar(60) not null,
      created_at timestamptz not null,
      published_at timestamptz
    )`);
    this.addSql('create index outbox_message_waiting on outbox_message (id) where published_at is null');
    this.addSql('create index outbox_message_published_at on outbox_message (published_at)');
    this.addSql(`create table inbox_message (
      message_id varchar(200) primary key,
      handled_at timestamptz not null
    )`);
    this.addSql(`create table failing_message (
      message_id varchar(200) not null,
      subject varchar(200) not null,
      failures integer not null,
      reason text not null,
      failed_at timestamptz not null,
      primary key (message_id, subject)
    )`);
    this.addSql(`create table parked_message (
      message_id varchar(200) not null,
      subject varchar(200) not null,
      body text not null,
      reason text not null,
      parked_at timestamptz not null,
      primary key (message_id, subject)
    )`);
    this.addSql(`create table stream_seen (
      name varchar(100) primary key,
      created timestamptz not null,
      last_seq bigint not null
    )`);
  }
}
