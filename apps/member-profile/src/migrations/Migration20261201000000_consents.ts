import { Migration } from '@mikro-orm/migrations';

/** What members agreed to; nobody has until they say so. */
export class Migration20261201000000_consents extends Migration {
  override up(): void {
    this.addSql(`alter table member add column consents text[] not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table member drop column consents');
  }
}
