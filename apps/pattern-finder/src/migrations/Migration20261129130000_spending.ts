import { Migration } from '@mikro-orm/migrations';

/** What the model's calls of each day (UTC) have cost and may have, all runs together. */
export class Migration20261129130000_spending extends Migration {
  override up(): void {
    this.addSql('create table model_day (day date primary key, usd double precision not null)');
  }

  override down(): void {
    this.addSql('drop table model_day');
  }
}
