import { Migration } from '@mikro-orm/migrations';

/** The texts of members that runs of the model have read, by hash, how many a run leaves unread, and how its model thinks. */
export class Migration20261201130000_profiles_read extends Migration {
  override up(): void {
    this.addSql(`create table profile_read (
      member_id integer not null,
      text_hash varchar(64) not null,
      run_id integer not null references run (id) on delete cascade,
      primary key (member_id, text_hash, run_id)
    )`);
    this.addSql(`alter table run
      add column reading json,
      add column thinking text,
      add column unread_ids integer[] not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table run drop column reading, drop column thinking, drop column unread_ids');
    this.addSql('drop table profile_read');
  }
}
