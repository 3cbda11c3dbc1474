import { Migration } from '@mikro-orm/migrations';

/** Answers of the second reader, which are paid for, and what it said of each pattern and version. */
export class Migration20261201060000_readings extends Migration {
  override up(): void {
    this.addSql(`create table run_reading (
      run_id integer not null,
      turn integer not null,
      digest varchar(64) not null,
      model text not null,
      response text not null,
      created_at timestamptz not null,
      primary key (run_id, turn, digest),
      unique (run_id, digest),
      foreign key (run_id, turn) references run_turn (run_id, turn) on delete cascade
    )`);
    this.addSql('alter table pattern add column reading json, add column read_text varchar(64)');
    this.addSql('alter table pattern_version add column reading json');
  }

  override down(): void {
    this.addSql('alter table pattern_version drop column reading');
    this.addSql('alter table pattern drop column reading, drop column read_text');
    this.addSql('drop table run_reading');
  }
}
