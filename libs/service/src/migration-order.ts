import type { Migration } from '@mikro-orm/migrations';
import type { Constructor } from '@mikro-orm/postgresql';

/**
 * A service's own migrations and those of messaging by the time in their names, so that a fresh database goes through what
 * the others went through: a service's own may build on messaging's tables, and a change of messaging's comes after what
 * made them.
 * @throws TypeError where a name does not have the form it must have, or stands twice
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
