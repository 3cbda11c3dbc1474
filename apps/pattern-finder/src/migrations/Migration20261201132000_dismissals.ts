import { Migration } from '@mikro-orm/migrations';

/** Why the operator dismissed a pattern. */
export class Migration20261201132000_dismissals extends Migration {
  override up(): void {
    this.addSql('alter table pattern add column dismissed_because text');
  }

  override down(): void {
    this.addSql('alter table pattern drop column dismissed_because');
  }
}
