import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000000_things extends Migration {
  override up(): void {
    this.addSql(
      'create table thing (id integer generated always as identity primary key, name text not null)',
    );
    // Long enough for a second process to interfere.
    this.addSql('select pg_sleep(0.3)');
    this.addSql(`insert into thing (name) values ('made by the migration')`);
  }
}
