import { Migration } from '@mikro-orm/migrations';
import { auditTables } from '../audit/audit-tables.ts';

/** The audit: who did what, only ever added to. */
export class Migration20261130150000_messaging_audit extends Migration {
  override up(): void {
    for (const statement of auditTables) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop table if exists audit_entry');
    this.addSql('drop function if exists audit_entry_purge, audit_entry_forget, audit_entry_append_only');
  }
}
