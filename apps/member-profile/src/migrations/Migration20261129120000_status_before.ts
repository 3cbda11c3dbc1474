import { Migration } from '@mikro-orm/migrations';

/** The status that a member had before it was cancelled for being absent from a file. */
export class Migration20261129120000_status_before extends Migration {
  override up(): void {
    this.addSql('alter table member add column status_before text');
    // Until now the status was overwritten; only such a cancellation cleared the hash, and a later file made them active.
    this.addSql(
      `update member set status_before = 'active' where membership_status = 'cancelled' and content_hash = ''`,
    );
  }

  override down(): void {
    this.addSql('alter table member drop column status_before');
  }
}
