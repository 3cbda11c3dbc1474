import { Migration } from '@mikro-orm/migrations';

/** The stream on which a consumer was seen, by its creation time. */
export class Migration20261129160000_reader_stream extends Migration {
  override up(): void {
    this.addSql(`alter table erasure_reader add column stream_created text not null default ''`);
  }

  override down(): void {
    this.addSql('alter table erasure_reader drop column stream_created');
  }
}
