import { z } from 'zod';
import { literal, quoted } from './catalog.ts';
import type { Query } from './catalog.ts';

/**
 * Takes away, in empty tables, what rows may not meet one by one: references to rows that are yet to come, and triggers,
 * which would change what they see and count it a second time. Their owner may; switching all triggers off, as pg_dump
 * has it, takes a superuser.
 * @returns what brings them back, references checked against the rows that are there by then
 */
export async function setAside(query: Query, schemas: readonly string[]): Promise<() => Promise<void>> {
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
  for (const { table, name } of references)
    await query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { table, name } of triggers) await query(`alter table ${table} disable trigger ${quoted(name)}`);
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
/** `pg_trigger.tgenabled` as ALTER TABLE says it. */
const modes = { O: '', R: 'replica', A: 'always' } as const;
