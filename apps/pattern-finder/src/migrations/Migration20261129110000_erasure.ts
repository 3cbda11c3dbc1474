import { Migration } from '@mikro-orm/migrations';

/** Bare ids of erased members go: messaging keeps hashes of them instead. */
export class Migration20261129110000_erasure extends Migration {
  override up(): void {
    this.addSql('drop table erased_member');
  }
}
