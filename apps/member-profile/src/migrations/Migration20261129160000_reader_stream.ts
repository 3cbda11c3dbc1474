import { Migration } from '@mikro-orm/migrations';

/** On which stream a reader was seen, by when NATS created it. */
export class Migration20261129160000_reader_stream extends Migration {
  override up(): void {
    this.addSql(`alter table erasure_reader add column stream_created text not null default ''`);
  }

  override down(): void {
    this.addSql('alter table erasure_reader drop column stream_created');
  }
}
