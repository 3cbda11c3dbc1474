import { Migration } from '@mikro-orm/migrations';

/**
 * What a member wrote as one plain text, in which to look for words before they are looked for in what may be shown:
 * without capitals and the accents that stemmers drop. Its index is created when the service starts, if possible.
 */
export class Migration20261201131000_written extends Migration {
  override up(): void {
    this.addSql(`create function plain_text(words text) returns text language sql immutable parallel safe
      return translate(lower(words), 'äàáâãåāçéèêëēíìîïīñöòóôõøōúùûüūýÿ', 'aaaaaaaceeeeeiiiiinooooooouuuuuyy')`);
    this.addSql(`create function written_text(bio text, looking_for text[], prompt_responses jsonb)
      returns text language sql immutable parallel safe
      return plain_text(bio || E'\\n' || array_to_string(looking_for, E'\\n') || E'\\n' || prompt_responses::text)`);
  }

  override down(): void {
    this.addSql('drop index if exists member_written');
    this.addSql('drop function written_text, plain_text');
  }
}
