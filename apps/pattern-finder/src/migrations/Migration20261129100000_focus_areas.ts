import { Migration } from '@mikro-orm/migrations';

/** The focus area "null" was stored as NULL, and its run could not be shown any more. */
export class Migration20261129100000_focus_areas extends Migration {
  override up(): void {
    this.addSql(`update run set focus_areas = array_replace(focus_areas, null, 'null')
      where array_position(focus_areas, null) is not null`);
  }
}
