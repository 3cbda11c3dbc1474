import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isDeepStrictEqual } from 'node:util';
import { BackupUnreadable, readBackup } from './backup-file.ts';
import type { Header, Rows, SchemaBackup, Sequence, Table } from './backup-file.ts';
import { enumsIn, exactText, literal, quoted, schemasIn, sequencesIn, tablesIn } from './catalog.ts';
import type { Query } from './catalog.ts';
import { setAside } from './defer-constraints.ts';
import { ormOptionsOfServices } from './services.ts';
import type { ServiceTables } from './services.ts';

/** Why a restore was refused; nothing was changed. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/** One restore holds its connection for as long as it takes. */
const idleTimeoutMs = 24 * 60 * 60_000;

/**
 * Brings a database to what a backup holds, in one transaction: all of it, or nothing. Tables are made by the services'
 * own migrations, as many as had made those of the backup; what is newer the services do when they start.
 * @param options.replace takes away what the services have in the database
 * @throws RestoreRefused, BackupUnreadable
 */
export async function restore(
  databaseUrl: string,
  services: readonly ServiceTables[],
  file: string,
  options: { replace: boolean },
): Promise<Header> {
  const header = await verified(file);
  for (const part of header.schemas) refuseUnknown(part, services);
  const ormOptions = await ormOptionsOfServices();
  const orms = new Map<string, MikroORM>();
  for (const { schema, migrations } of services) {
    const settings = ormOptions({ url: databaseUrl, schema, entities: [], migrations, idleTimeoutMs });
    const orm = await MikroORM.init({
      ...settings,
      // whom the services would name is what a running one is known by
      driverOptions: { ...settings.driverOptions, application_name: 'restore' },
      discovery: { ...settings.discovery, warnWhenNoEntities: false },
      // makes the table of migrations with the first one, in the transaction, and not on a connection of its own before
      migrations: { ...settings.migrations, includeWildcardSchema: true },
    });
    withoutSavepoints(orm);
    orms.set(schema, orm);
  }
  try {
    const [first] = orms.values();
    await first?.em.fork().transactional(async (em) => replaceAll(em, orms, header, file, options));
    for (const { schema, tables } of header.schemas) {
      for (const { name } of tables) await first?.em.fork().execute(`analyze ${quoted(schema, name)}`);
    }
  } finally {
    for (const orm of orms.values()) await orm.close(true);
  }
  return header;
}

/**
 * Has each migration run in the restore's transaction itself. A label that is added to a type can be used before the
 * commit only where the same transaction made the type, and not where a savepoint in it did.
 */
function withoutSavepoints(orm: MikroORM): void {
  const connection = orm.em.getConnection();
  const transactional = connection.transactional.bind(connection);
  connection.transactional = async (work, options) =>
    options?.ctx === undefined ? transactional(work, options) : work(options.ctx);
}

/** Reads it to its end before anything is touched. */
async function verified(file: string): Promise<Header> {
  const headers: Header[] = [];
  const known = new Set<string>();
  await readBackup(
    file,
    async (read) => {
      headers.push(read);
      for (const { schema, tables } of read.schemas) {
        for (const { name } of tables) known.add(quoted(schema, name));
      }
      return Promise.resolve();
    },
    async ({ schema, table }) => {
      if (!known.has(quoted(schema, table)))
        throw new BackupUnreadable(`${file} has rows of a table that it does not tell of: it is damaged.`);
      return Promise.resolve();
    },
  );
  const [header] = headers;
  if (header === undefined) throw new BackupUnreadable(`${file} tells nothing of itself.`);
  return header;
}

/** A backup of a version that is newer than this one has tables that this one does not know. */
function refuseUnknown({ schema, migrations }: SchemaBackup, services: readonly ServiceTables[]): void {
  const own = services.find((service) => service.schema === schema)?.migrations.map(({ name }) => name) ?? [];
  // In any order: one that is older by its name may have come to a database later.
  const unknown = migrations.find((name) => !own.includes(name));
  if (migrations.length > 0 && unknown === undefined) return;
  throw new RestoreRefused(
    `The backup was made by another version of Warren: its ${schema} has had ${unknown ?? 'no migration'}, ` +
      `which this version does not know. Restore it with the version that made it, or a newer one.`,
  );
}

async function replaceAll(
  em: EntityManager,
  orms: ReadonlyMap<string, MikroORM>,
  header: Header,
  file: string,
  { replace }: { replace: boolean },
): Promise<void> {
  const query: Query = async (sql, values) => em.execute<object[]>(sql, [...(values ?? [])]);
  const services = [...orms.keys()];
  await refuseWhileServicesRun(query, services);
  // a service that starts waits until all is there
  for (const schema of services) {
    await query(`select pg_advisory_xact_lock(hashtext(${literal(`migrate ${schema}`)}))`);
  }
  const there = await schemasIn(query, services);
  if (there.length > 0 && !replace) {
    throw new RestoreRefused(
      `The database is not empty: it has ${there.join(', ')}. Name an empty one, or say --replace to lose what is in it.`,
    );
  }
  const told = new Map<string, Sequence[]>();
  for (const schema of there) {
    told.set(schema, await sequencesIn(query, schema));
    await query(`drop schema ${quoted(schema)} cascade`);
  }
  for (const part of header.schemas) {
    await query(`set local search_path = ${quoted(part.schema)}`);
    await query(`create schema ${quoted(part.schema)}`);
    const transaction: unknown = em.getTransactionContext();
    const migrations = { migrations: part.migrations, transaction };
    await orms.get(part.schema)?.migrator.up(migrations);
  }
  for (const [name, value] of Object.entries(exactText)) {
    await query(`select set_config(${literal(name)}, ${literal(value)}, true)`);
  }
  const tables = new Map<string, Table>();
  for (const part of header.schemas) {
    const made = await tablesIn(query, part.schema);
    await addLabels(query, part);
    if (!isDeepStrictEqual(made, part.tables)) throw new RestoreRefused(unlike(part, made));
    for (const table of made) tables.set(quoted(part.schema, table.name), table);
  }
  const bringBack = await setAside(
    query,
    header.schemas.map(({ schema }) => schema),
  );
  await query(`truncate ${[...tables.keys()].join(', ')}`);
  await readBackup(
    file,
    async (again) => {
      if (!isDeepStrictEqual(again, header)) throw new RestoreRefused(`${file} changed while it was read.`);
      return Promise.resolve();
    },
    async (rows) => insert(query, tables, rows),
  );
  for (const { schema, sequences } of header.schemas) {
    for (const sequence of sequences) {
      await advance(query, schema, furthest(sequence, told.get(schema) ?? []));
    }
  }
  await bringBack();
  await refuseWhileServicesRun(query, services);
}

/** Rows may have labels that a service added to a type when it started, and no migration makes. */
async function addLabels(query: Query, { schema, enums }: SchemaBackup): Promise<void> {
  const made = new Map((await enumsIn(query, schema)).map(({ name, labels }) => [name, labels]));
  for (const { name, labels } of enums) {
    const known = made.get(name);
    for (const [at, label] of labels.entries()) {
      if (known === undefined || known.includes(label)) continue;
      // in its place, since rows are sorted by it
      const before = labels[at - 1];
      const next = labels.find((other, place) => place > at && known.includes(other));
      const place =
        before !== undefined
          ? `after ${literal(before)}`
          : next !== undefined
            ? `before ${literal(next)}`
            : '';
      await query(`alter type ${quoted(schema, name)} add value if not exists ${literal(label)} ${place}`);
    }
  }
}

async function insert(query: Query, tables: ReadonlyMap<string, Table>, rows: Rows): Promise<void> {
  const name = quoted(rows.schema, rows.table);
  const columns = (tables.get(name)?.columns ?? []).filter(({ generated }) => !generated);
  const names = columns.map((column) => quoted(column.name));
  // "offset 0" keeps PostgreSQL from reading the text once for each column
  await query(
    `insert into ${name} (${names.join(', ')}) overriding system value
     select ${names.map((column) => `(line.a_row).${column}`).join(', ')}
     from (select value::${name} as a_row from pg_catalog.json_array_elements_text(?::json) offset 0) as line`,
    [JSON.stringify(rows.rows)],
  );
}

/** Ids that were given since the backup, where that is known, are not given a second time: others may remember them. */
function furthest(restored: Sequence, replaced: readonly Sequence[]): Sequence {
  const before = replaced.find(({ name }) => name === restored.name);
  return before !== undefined && BigInt(before.last) > BigInt(restored.last) ? before : restored;
}

async function advance(query: Query, schema: string, { name, last, called }: Sequence): Promise<void> {
  await query(`select pg_catalog.setval(${literal(quoted(schema, name))}, ${last}, ${called})`);
}

async function refuseWhileServicesRun(query: Query, services: readonly string[]): Promise<void> {
  // else a transaction goes on seeing what it saw first
  await query('select pg_stat_clear_snapshot()');
  // one that starts waits for its turn to migrate, and has read nothing yet
  const running = await query(
    `select application_name from pg_stat_activity
     where datname = current_database() and application_name in (${services.map(literal).join(', ')})
     group by application_name having not coalesce(bool_or(wait_event_type = 'Lock' and wait_event = 'advisory'), false)`,
  );
  if (running.length > 0) {
    throw new RestoreRefused('Services are connected to this database: stop them first, then restore.');
  }
}

function unlike({ schema, tables }: SchemaBackup, made: readonly Table[]): string {
  const odd = [...tables, ...made].find(
    (table) =>
      !tables.some((one) => isDeepStrictEqual(one, table)) ||
      !made.some((one) => isDeepStrictEqual(one, table)),
  );
  return (
    `The tables of the backup are not those that its migrations make: ${schema}.${odd?.name ?? '?'} differs. ` +
    'They were changed by hand, or by another version of Warren.'
  );
}
