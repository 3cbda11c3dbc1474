import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@warren/messaging';

/** Questions, the pattern versions seen, and the tables of messaging. */
export class Migration20261122000000_questions extends Migration {
  override up(): void {
    this.addSql(`create table question (
      id integer generated always as identity primary key,
      pattern_id integer not null,
      pattern_name varchar(255) not null,
      text text not null,
      folded text not null,
      related_member_ids integer[] not null,
      withdrawn_at timestamptz,
      created_at timestamptz not null
    )`);
    this.addSql('create unique index question_of_pattern on question (pattern_id, folded)');
    this.addSql('create unique index question_asked on question (folded) where withdrawn_at is null');
    this.addSql('create index question_members on question using gin (related_member_ids)');
    this.addSql('create table pattern_seen (pattern_id integer primary key, version integer not null)');
    for (const sql of messagingTables) {
      this.addSql(sql);
    }
  }
}
