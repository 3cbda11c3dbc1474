import { Migration } from '@mikro-orm/migrations';

/** Cost of the model's calls per day (UTC), reservations included. */
export class Migration20261129130000_spending extends Migration {
  override up(): void {
    this.addSql('create table model_day (day date primary key, usd double precision not null)');
  }

  override down(): void {
    this.addSql('drop table model_day');
  }
}
