import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { asAdmin } from './test-postgres.ts';

/** Property of an entity with a list or JSON, whose value was not read as it was stored. */
export interface Changed {
  property: string;
  how: 'inserted' | 'updated';
  stored: unknown;
  read: unknown;
}

/** Texts that code which writes arrays or JSON by hand may misread. */
const odd = [
  'null',
  'NULL',
  '',
  ' ',
  ' a ',
  'a\nb',
  '\t',
  '{}',
  '{a,b}',
  '"',
  '\\',
  '\\n',
  "'",
  ',',
  'a\r\n',
  '[]',
  '1',
  'true',
  '\u0001',
  '😀',
  '?',
  '$1',
];
const text = fc
  .oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 12 }))
  .map((it) => it.replaceAll('\0', ''));
const integer = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
/**
 * Any key without a backslash: Node 24's JSON.parse takes an escaped key for such a one that it has read at the same place
 * before (findings/node-json-key-after-backslash.sh). Keys of ours come from schemas.
 */
const key = text.filter((it) => it !== '__proto__' && !it.includes('\\'));
/** Value of a JSON column: an object or a list. */
const json = fc.oneof(
  fc.dictionary(key, fc.oneof(text, integer, fc.boolean(), fc.array(text)), { noNullPrototype: true }),
  fc.array(
    fc.oneof(
      text,
      fc.record({ name: text, note: fc.option(text), list: fc.array(text) }, { noNullPrototype: true }),
    ),
    {
      maxLength: 5,
    },
  ),
);

const tries = 60;
const schema = 'kept_values';

/**
 * Stores values in every list and JSON property of every entity that the ORM knows, as the services do (inserted, and
 * changed in an entity that was read), in tables of the same columns without their constraints.
 * @param adminUrl the database as a superuser: services may not create schemas
 * @returns how many properties were tried, and those whose values changed
 */
export async function valuesThatChange(
  source: EntityManager,
  adminUrl: string,
): Promise<{ tried: string[]; changed: Changed[] }> {
  const tried: string[] = [];
  const changed: Changed[] = [];
  const [row] = await source.fork().execute<{ role: string }[]>('select current_user::text as role');
  await asAdmin(adminUrl, async (admin) =>
    admin.query(`create schema ${schema} authorization ${admin.escapeIdentifier(row?.role ?? '')}`),
  );
  try {
    for (const meta of source.getMetadata().getAll().values()) {
      await source
        .fork()
        .execute(`create table ${schema}.${meta.tableName} as table ${meta.tableName} with no data`);
      for (const prop of meta.props.filter((it) => valuesFor(it) !== undefined)) {
        tried.push(`${meta.className}.${prop.name}`);
        changed.push(...(await tryProperty(source, meta, prop)));
      }
    }
  } finally {
    await source.fork().execute(`drop schema ${schema} cascade`);
  }
  return { tried, changed };
}

function valuesFor(prop: EntityProperty): fc.Arbitrary<unknown> | undefined {
  const type = prop.columnTypes[0] ?? '';
  if (type.endsWith('[]')) {
    const elements: fc.Arbitrary<unknown> = /^(text|varchar)/.test(type) ? text : integer;
    return fc.array(elements, { maxLength: 6 });
  }
  return type.startsWith('json') ? json : undefined;
}

async function tryProperty(
  source: EntityManager,
  meta: EntityMetadata,
  prop: EntityProperty,
): Promise<Changed[]> {
  const values = fc.sample(valuesFor(prop) ?? fc.constant(null), tries);
  const keys = values.map((_value, at) =>
    Object.fromEntries(meta.getPrimaryProps().map((key) => [key.name, keyAt(key, at)])),
  );
  const em = source.fork({ schema });
  await em.insertMany(
    meta.class,
    values.map((value, at) => ({ ...keys[at], [prop.name]: value })),
  );
  const changed = await compare(source, meta, prop, values, 'inserted');
  const others = values.toReversed();
  await source.fork({ schema }).transactional(async (tx) => {
    for (const [at, row] of (await rowsOf(tx, meta)).entries()) {
      Object.assign(row, { [prop.name]: others[at] });
    }
  });
  changed.push(...(await compare(source, meta, prop, others, 'updated')));
  await em.execute(`truncate ${schema}.${meta.tableName}`);
  return changed;
}

async function compare(
  source: EntityManager,
  meta: EntityMetadata,
  prop: EntityProperty,
  values: readonly unknown[],
  how: Changed['how'],
): Promise<Changed[]> {
  const rows: Record<string, unknown>[] = await rowsOf(source.fork({ schema }), meta);
  return values.flatMap((stored, at) => {
    const read = rows[at]?.[prop.name];
    return isDeepStrictEqual(read, stored)
      ? []
      : [{ property: `${meta.className}.${prop.name}`, how, stored, read }];
  });
}

/** In the order of insertion. */
async function rowsOf(em: EntityManager, meta: EntityMetadata): Promise<Record<string, unknown>[]> {
  const [key] = meta.getPrimaryProps();
  const lazy = meta.props.filter((prop) => prop.lazy === true).map(({ name }) => name);
  return em.find<Record<string, unknown>>(
    meta.class,
    {},
    { orderBy: { [key?.name ?? '']: 'asc' }, populate: lazy as never[] },
  );
}

function keyAt({ columnTypes }: EntityProperty, at: number): number | string {
  return /^(int|bigint|smallint)/.test(columnTypes[0] ?? '') ? at + 1 : String(at + 1).padStart(6, '0');
}
