import { isDeepStrictEqual } from 'node:util';
import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BackupUnreadable, readBackup } from './backup-file.ts';
import type { Header, Rows, SchemaBackup, Sequence, Table } from './backup-file.ts';
import { enumsIn, exactText, existingSchemas, literal, quoted, sequencesIn, tablesIn } from './catalog.ts';
import type { Query } from './catalog.ts';
import { deferConstraints } from './defer-constraints.ts';
import { ormOptionsOfServices } from './services.ts';
import type { ServiceTables } from './services.ts';

/** The restore was rejected; nothing was changed. */
class RestoreRejected extends Error {
  override readonly name = 'RestoreRejected';
}

/** A restore may hold its connection for as long as it takes. */
const idleTimeoutMs = 24 * 60 * 60_000;

/**
 * Restores a backup into a database in one transaction. Tables are created by the services' own migrations, those that
 * the backup names; newer ones are applied by the services when they start.
 * @param options.replace drops the services' schemas first
 * @throws RestoreRejected, BackupUnreadable
 */
export async function restore(
  databaseUrl: string,
  services: readonly ServiceTables[],
  file: string,
  options: { replace: boolean },
): Promise<Header> {
  const header = await verified(file);
  for (const part of header.schemas) {
    rejectUnknownMigrations(part, services);
  }
  const ormOptions = await ormOptionsOfServices();
  const orms = new Map<string, MikroORM>();
  for (const { schema, migrations } of services) {
    const settings = ormOptions({ url: databaseUrl, schema, entities: [], migrations, idleTimeoutMs });
    const orm = await MikroORM.init({
      ...settings,
      // a running service is recognised by its own name
      driverOptions: { ...settings.driverOptions, application_name: 'restore' },
      discovery: { ...settings.discovery, warnWhenNoEntities: false },
      // creates the table of migrations within the transaction, not on another connection before it
      migrations: { ...settings.migrations, includeWildcardSchema: true },
    });
    withoutSavepoints(orm);
    orms.set(schema, orm);
  }
  try {
    const [first] = orms.values();
    await first?.em.fork().transactional(async (em) => replaceAll(em, orms, header, file, options));
    for (const { schema, tables } of header.schemas) {
      for (const { name } of tables) {
        await first?.em.fork().execute(`analyze ${quoted(schema, name)}`);
      }
    }
  } finally {
    for (const orm of orms.values()) {
      await orm.close(true);
    }
  }
  return header;
}

/**
 * Executes each migration in the restore's transaction itself: a label added to an enum type can be used before the
 * commit only where the same transaction created the type, not a savepoint within it.
 */
function withoutSavepoints(orm: MikroORM): void {
  const connection = orm.em.getConnection();
  const transactional = connection.transactional.bind(connection);
  connection.transactional = async (work, options) =>
    options?.ctx === undefined ? transactional(work, options) : work(options.ctx);
}

/** Verifies the whole file before anything is changed. */
async function verified(file: string): Promise<Header> {
  const headers: Header[] = [];
  const known = new Set<string>();
  await readBackup(
    file,
    async (read) => {
      headers.push(read);
      for (const { schema, tables } of read.schemas) {
        for (const { name } of tables) {
          known.add(quoted(schema, name));
        }
      }
      return Promise.resolve();
    },
    async ({ schema, table }) => {
      if (!known.has(quoted(schema, table))) {
        throw new BackupUnreadable(
          `${file} has rows of a table that its header does not list: it is damaged.`,
        );
      }
      return Promise.resolve();
    },
  );
  const [header] = headers;
  if (header === undefined) {
    throw new BackupUnreadable(`${file} has no header.`);
  }
  return header;
}

/** Rejects the backup of a newer version, whose migrations this one does not have. */
function rejectUnknownMigrations(
  { schema, migrations }: SchemaBackup,
  services: readonly ServiceTables[],
): void {
  const own = services.find((service) => service.schema === schema)?.migrations.map(({ name }) => name) ?? [];
  // in any order: a migration that is older by its name may have been applied later
  const unknown = migrations.find((name) => !own.includes(name));
  if (migrations.length > 0 && unknown === undefined) {
    return;
  }
  throw new RestoreRejected(
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
  await rejectWhileServicesRun(query, services);
  // a service that starts now waits for the end of the restore
  for (const schema of services) {
    await query(`select pg_advisory_xact_lock(hashtext(${literal(`migrate ${schema}`)}))`);
  }
  const existing = await existingSchemas(query, services);
  const filled = services.filter((schema) => existing.get(schema)?.filled === true);
  if (filled.length > 0 && !replace) {
    throw new RestoreRejected(
      `The database is not empty: it has ${filled.join(', ')}. Name an empty one, or say --replace to lose what is in it.`,
    );
  }
  const replacedSequences = new Map<string, Sequence[]>();
  for (const schema of existing.keys()) {
    replacedSequences.set(schema, await sequencesIn(query, schema));
    await query(`drop schema ${quoted(schema)} cascade`);
  }
  for (const part of header.schemas) {
    await query(`set local search_path = ${quoted(part.schema)}`);
    // What the migrations create belongs to the role that the service connects with.
    const owner = existing.get(part.schema)?.owner;
    await query(
      `create schema ${quoted(part.schema)}${owner === undefined ? '' : ` authorization ${owner}`}`,
    );
    await query(`set local role ${owner ?? 'none'}`);
    const transaction: unknown = em.getTransactionContext();
    const migrations = { migrations: part.migrations, transaction };
    await orms.get(part.schema)?.migrator.up(migrations);
    await query('set local role none');
  }
  await createMissing(query, services, existing);
  for (const [name, value] of Object.entries(exactText)) {
    await query(`select set_config(${literal(name)}, ${literal(value)}, true)`);
  }
  const tables = new Map<string, Table>();
  for (const part of header.schemas) {
    const created = await tablesIn(query, part.schema);
    await addLabels(query, part);
    if (!isDeepStrictEqual(created, part.tables)) {
      throw new RestoreRejected(tableMismatch(part, created));
    }
    for (const table of created) {
      tables.set(quoted(part.schema, table.name), table);
    }
  }
  const restoreConstraints = await deferConstraints(
    query,
    header.schemas.map(({ schema }) => schema),
  );
  await query(`truncate ${[...tables.keys()].join(', ')}`);
  await readBackup(
    file,
    async (again) => {
      if (!isDeepStrictEqual(again, header)) {
        throw new RestoreRejected(`${file} changed while it was read.`);
      }
      return Promise.resolve();
    },
    async (rows) => insert(query, tables, rows),
  );
  for (const { schema, sequences } of header.schemas) {
    for (const sequence of sequences) {
      await advance(query, schema, furthest(sequence, replacedSequences.get(schema) ?? []));
    }
  }
  await restoreConstraints();
  await rejectWhileServicesRun(query, services);
}

/** Creates the schemas again that the backup lacks: a service with a role of its own cannot. */
async function createMissing(
  query: Query,
  services: readonly string[],
  before: Awaited<ReturnType<typeof existingSchemas>>,
): Promise<void> {
  const now = await existingSchemas(query, services);
  for (const [schema, { owner }] of before) {
    if (!now.has(schema)) {
      await query(`create schema ${quoted(schema)} authorization ${owner}`);
    }
  }
}

/** Adds the enum labels that a service added when it started: rows may use them, and no migration has them. */
async function addLabels(query: Query, { schema, enums }: SchemaBackup): Promise<void> {
  const created = new Map((await enumsIn(query, schema)).map(({ name, labels }) => [name, labels]));
  for (const { name, labels } of enums) {
    const known = created.get(name);
    for (const [at, label] of labels.entries()) {
      if (known === undefined || known.includes(label)) {
        continue;
      }
      // at its position, since rows are sorted by it
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

/** Later of two states of a sequence: ids assigned since the backup are not reused, since others may have stored them. */
function furthest(restored: Sequence, replaced: readonly Sequence[]): Sequence {
  const before = replaced.find(({ name }) => name === restored.name);
  return before !== undefined && BigInt(before.last) > BigInt(restored.last) ? before : restored;
}

async function advance(query: Query, schema: string, { name, last, called }: Sequence): Promise<void> {
  await query(`select pg_catalog.setval(${literal(quoted(schema, name))}, ${last}, ${called})`);
}

async function rejectWhileServicesRun(query: Query, services: readonly string[]): Promise<void> {
  // else the transaction keeps its first snapshot of the statistics
  await query('select pg_stat_clear_snapshot()');
  // a service that waits for the migration lock has read nothing yet
  const running = await query(
    `select application_name from pg_stat_activity
     where datname = current_database() and application_name in (${services.map(literal).join(', ')})
     group by application_name having not coalesce(bool_or(wait_event_type = 'Lock' and wait_event = 'advisory'), false)`,
  );
  if (running.length > 0) {
    throw new RestoreRejected('Services are connected to this database: stop them first, then restore.');
  }
}

function tableMismatch({ schema, tables }: SchemaBackup, created: readonly Table[]): string {
  const odd = [...tables, ...created].find(
    (table) =>
      !tables.some((one) => isDeepStrictEqual(one, table)) ||
      !created.some((one) => isDeepStrictEqual(one, table)),
  );
  return (
    `The tables of the backup are not those that its migrations make: ${schema}.${odd?.name ?? '?'} differs. ` +
    'They were changed by hand, or by another version of Warren.'
  );
}
