import { Migration } from '@mikro-orm/migrations';

/** Members who have left, and since when that is known: a column of `member` would be written with every import. */
export class Migration20261130152000_departures extends Migration {
  override up(): void {
    this.addSql(`create table member_departure (
      member_id integer primary key references member (id) on delete cascade,
      noticed_at timestamptz not null
    )`);
  }

  override down(): void {
    this.addSql('drop table member_departure');
  }
}
