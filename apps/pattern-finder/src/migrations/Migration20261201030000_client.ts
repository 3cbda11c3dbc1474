import { Migration } from '@mikro-orm/migrations';

/** Whose a run is, until it has ended: one client may have only so many. */
export class Migration20261201030000_client extends Migration {
  override up(): void {
    this.addSql('alter table run add column client text');
  }

  override down(): void {
    this.addSql('alter table run drop column client');
  }
}
