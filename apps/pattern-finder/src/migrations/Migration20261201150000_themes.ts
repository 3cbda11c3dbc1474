import { Migration } from '@mikro-orm/migrations';

/** What a run did with themes. */
export class Migration20261201150000_themes extends Migration {
  override up(): void {
    this.addSql('alter table run add column themes json');
  }

  override down(): void {
    this.addSql('alter table run drop column themes');
  }
}
