import { Migration } from '@mikro-orm/migrations';

/**
 * The text that searches read, in one column and in lower case: a word is looked for once, not field by field. Words hold
 * no blanks, so that none is found across a line break. The function stands for `array_to_string`, which PostgreSQL does
 * not take for immutable; of texts it is.
 */
const statements = [
  `create function searched_text(first_name text, last_name text, role text, bio text, labels text[])
   returns text language sql immutable parallel safe
   return lower(first_name || E'\\n' || last_name || E'\\n' || role || E'\\n' || bio || E'\\n' ||
     array_to_string(labels, E'\\n'))`,
  `alter table member add column searched text not null
   generated always as (searched_text(first_name, last_name, role, bio, facet_labels)) stored`,
];

/** What searches read of a member; the index over it is made at the start of the service, where it can be. */
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
