import { z } from 'zod';
import { literal, quoted } from './catalog.ts';
import type { Query } from './catalog.ts';

/**
 * Drops the foreign keys and disables the triggers of empty tables while rows are restored: rows may refer to later ones,
 * and triggers would change rows and count them a second time. The tables' owner may do this; disabling all triggers, as
 * pg_dump does, requires a superuser.
 * @returns function that restores both, and checks the foreign keys
 */
export async function deferConstraints(
  query: Query,
  schemas: readonly string[],
): Promise<() => Promise<void>> {
  const within = `relnamespace in (select oid from pg_namespace where nspname in (${schemas.map(literal).join(', ')}))`;
  const references = Reference.parse(
    await query(
      `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class on pg_class.oid = conrelid where contype = 'f' and conparentid = 0 and ${within}`,
    ),
  );
  const triggers = Trigger.parse(
    await query(
      `select tgrelid::regclass::text as table, tgname::text as name, tgenabled::text as mode
       from pg_trigger join pg_class on pg_class.oid = tgrelid
       where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and ${within}`,
    ),
  );
  for (const { table, name } of references) {
    await query(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  for (const { table, name } of triggers) {
    await query(`alter table ${table} disable trigger ${quoted(name)}`);
  }
  return async () => {
    await query('set constraints all immediate');
    for (const { table, name, mode } of triggers) {
      await query(`alter table ${table} enable ${modes[mode]} trigger ${quoted(name)}`);
    }
    for (const { table, name, definition } of references) {
      await query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    }
  };
}

const Reference = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }));
const Trigger = z.array(z.object({ table: z.string(), name: z.string(), mode: z.enum(['O', 'R', 'A']) }));
/** Values of `pg_trigger.tgenabled` as keywords of ALTER TABLE. */
const modes = { O: '', R: 'replica', A: 'always' } as const;
