import type { Migration } from '@mikro-orm/migrations';
import type { Constructor } from '@mikro-orm/postgresql';

/**
 * Orders a service's own migrations and those of messaging by the time in their names, so that a new database runs them
 * as the existing ones did: a service's own may depend on messaging's tables, and changes of these follow their creation.
 * @throws TypeError where a name is not valid, or occurs twice
 */
export function inOrder(
  own: readonly Constructor<Migration>[],
  messaging: readonly Constructor<Migration>[],
): Constructor<Migration>[] {
  const migrations = [...own, ...messaging];
  const names = new Set<string>();
  for (const { name } of migrations) {
    if (!/^Migration\d{14}_\w+$/.test(name)) {
      throw new TypeError(`A migration is named Migration<YYYYMMDDhhmmss>_<what>, not "${name}"`);
    }
    if (names.has(name)) {
      throw new TypeError(`Two migrations are named ${name}: a database would run one of them only`);
    }
    names.add(name);
  }
  return migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
