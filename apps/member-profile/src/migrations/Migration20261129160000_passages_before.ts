import { Migration } from '@mikro-orm/migrations';

/** Hashes of members' earlier passages, to be published if they are erased; deleted with the member. */
export class Migration20261129160000_passages_before extends Migration {
  override up(): void {
    this.addSql(`create table member_passage_before (
      member_id integer primary key references member (id) on delete cascade,
      salt text not null,
      hashes text not null
    )`);
  }

  override down(): void {
    this.addSql('drop table member_passage_before');
  }
}
