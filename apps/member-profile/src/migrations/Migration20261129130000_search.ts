import { Migration } from '@mikro-orm/migrations';

/**
 * The text to search, in one lower-case column: a word is searched once, not field by field. Words contain no spaces, so
 * that none matches across a line break. The function wraps `array_to_string`, which PostgreSQL does not declare
 * immutable, although it is for texts.
 */
const statements = [
  `create function searched_text(first_name text, last_name text, role text, bio text, labels text[])
   returns text language sql immutable parallel safe
   return lower(first_name || E'\\n' || last_name || E'\\n' || role || E'\\n' || bio || E'\\n' ||
     array_to_string(labels, E'\\n'))`,
  `alter table member add column searched text not null
   generated always as (searched_text(first_name, last_name, role, bio, facet_labels)) stored`,
];

/** Searchable text of a member; its index is created when the service starts, if possible. */
export class Migration20261129130000_search extends Migration {
  override up(): void {
    for (const statement of statements) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('alter table member drop column searched');
    this.addSql('drop function searched_text');
  }
}
