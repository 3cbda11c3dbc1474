import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { z } from 'zod';
import { dump } from '@warren/cli/backup/dump';
import { restore } from '@warren/cli/backup/restore';
import { ormOptionsOfServices, servicesWithTables } from '@warren/cli/backup/services';
import {
  cacheFolder,
  databaseOfCommunity,
  databaseOfPath,
  noteRunning,
  readCommunities,
  sampleName,
  startNats,
  startPostgres,
} from '@warren/servers';
import { createTestDatabase, startSystem, waitFor } from '@warren/testing';
import type { System, TestDatabase } from '@warren/testing';
import { discover, importFile, patternsOf, sample } from '../support.ts';
import { contentOf, rowsIn, structureOf } from './database-content.ts';

const run = promisify(execFile);

let folder: string;
let source: TestDatabase;
let file: string;
let system: System;
const databases: TestDatabase[] = [];

async function fresh(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-backup-'));
  file = join(folder, 'warren.backup');
  source = await fresh();
  system = await startSystem({ databaseUrl: source.url });
  await importFile(system, sample);
  const { patterns } = await discover(system);
  // otherwise the questions of the last patterns would be asked only after a restore
  await waitFor(
    async () =>
      (await rowsIn(source.url, 'select distinct pattern_id::text from question_generator.question'))
        .length === patterns.length,
    { describe: 'the questions of every pattern' },
  );
}, 120_000);

afterAll(async () => {
  await system.stop();
  for (const database of databases) {
    await database.drop();
  }
  await rm(folder, { recursive: true, force: true });
});

async function command(databaseUrl: string, ...args: string[]): Promise<string> {
  const main = join(import.meta.dirname, '../../apps/cli/src/backup/main.ts');
  const env = { ...process.env, DATABASE_URL: databaseUrl, NODE_OPTIONS: '' };
  const options = ['--disable-warning=ExperimentalWarning', main, ...args];
  return (await run(process.execPath, options, { env })).stdout;
}

const restoreInto = async (url: string, from: string, replace = false) =>
  restore(url, await servicesWithTables(), from, { replace });

/** Owners of the tables and sequences, each with its schema. */
const owners = ['member_profile', 'pattern_finder', 'question_generator'].map(
  (name) => `${name}: warren_${name}`,
);
const ownersIn = async (url: string): Promise<string[]> =>
  rowsIn(
    url,
    `select distinct relnamespace::regnamespace || ': ' || relowner::regrole from pg_class
     where relnamespace::regnamespace::text in ('member_profile', 'pattern_finder', 'question_generator') order by 1`,
  );

describe('a backup, restored into an empty database', () => {
  it('is equal in every table, whatever its rows contain, and in the structure around them', async () => {
    await system.stop();
    const odd = `E'quote " back \\\\slash \\n line\\u2028 tab\\t , ( ) { } '' 🐇 e\\u0301'`;
    await rowsIn(
      source.url,
      `insert into member_profile.member (external_id, first_name, last_name, bio, role, company, location, website, urls,
         roles, skills, interests, looking_for, all_traits, prompt_responses, membership_status, is_public, facets,
         facet_labels, facets_version, names, content_hash, created_at)
       values ('odd', ${odd}, '', ' ', '\\N', 'null', ',', '', array[null, 'NULL', '', ${odd}], '{}', array[${odd}], '{"a,b"}',
         '{}', '{}', jsonb_build_array(${odd}, 1e400, null), 'active', false, '{}', '{}', '', '{}', '',
         '2026-01-02 03:04:05.000001+13') returning ''`,
    );
    await rowsIn(
      source.url,
      `insert into pattern_finder.run (kind, status, focus_areas, analyst, cost_usd, max_cost, patterns, tested, created_at)
       select 'discover', 'failed', array[${odd}], ${odd}, cost, 0.1::float8 + 0.2::float8, '{"b": 1,  "a":[ 2 ], "b": 2}',
         9223372036854775807, at::timestamptz
       from (values ('NaN'::float8, 'infinity'), ('-Infinity', '-infinity'), ('-0', '4000-01-01'), (5e-324, '0044-03-15 BC')) as v (cost, at)
       returning ''`,
    );
    expect(await command(source.url, 'backup', file)).toMatch(/^\d+ rows of \d+ tables are in /);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { url } = await fresh();
    expect(await command(url, 'restore', file)).toMatch(/erased since .*npm run -s erasures -- replay/);
    const [before, after] = [await contentOf(source.url), await contentOf(url)];
    expect(before.size).toBeGreaterThan(30);
    expect([...before.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(15);
    expect(after).toEqual(before);
    expect(await structureOf(url)).toEqual(await structureOf(source.url));
    // each table is again its service's own
    expect(await ownersIn(url)).toEqual(owners);
  });

  describe('a restored and started system', () => {
    let url: string;
    let again: System;

    beforeAll(async () => {
      ({ url } = await fresh());
      await restoreInto(url, file);
      again = await startSystem({ databaseUrl: url });
    }, 120_000);

    afterAll(async () => again.stop());

    const bring = async (name: string, count: number): Promise<void> => {
      const answer = await again.call('members/import', {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: Array.from({ length: count }, (_, at) =>
          JSON.stringify({ external_id: `${name}-${at}`, skills: [`skill ${at % 7}`, `craft ${at % 3}`] }),
        ).join('\n'),
      });
      expect(answer).toMatchObject({ status: 200, body: { created: count } });
    };

    it('publishes nothing new in a rerun, asks no question twice, and assigns unused ids', async () => {
      const messages = async () => [
        await rowsIn(url, 'select count(*)::text from pattern_finder.pattern_version'),
        await rowsIn(url, 'select id::text from question_generator.question order by id'),
        await rowsIn(
          url,
          `select count(*)::text from pattern_finder.outbox_message where subject = 'pattern.saved'`,
        ),
      ];
      const before = await messages();
      const reply = await discover(again);
      expect(reply.patterns.length).toBeGreaterThan(5);
      expect(reply.patterns.filter(({ created }) => created)).toEqual([]);
      expect(new Set((await patternsOf(again)).map(({ state }) => state))).toEqual(new Set(['unchanged']));
      // all published events are published again to the new stream, and have no second effect
      await waitFor(
        async () =>
          (await rowsIn(url, `select id::text from pattern_finder.outbox_message where published_at is null`))
            .length === 0,
        { describe: 'the outbox to be published' },
      );
      expect(await messages()).toEqual(before);
      const [last = ''] = await rowsIn(url, 'select max(id)::text from member_profile.member');
      await bring('after', 1);
      const [next = ''] = await rowsIn(url, 'select max(id)::text from member_profile.member');
      expect(Number(next)).toBeGreaterThan(Number(last));
    });

    it('rejects a restore while services run on it', async () => {
      await expect(command(url, 'restore', file, '--replace')).rejects.toThrow(/stop them first/);
    });

    it('is backed up as a consistent snapshot, whatever services write meanwhile', async () => {
      const enough = new AbortController();
      const imports = (async () => {
        for (let round = 0; !enough.signal.aborted; round += 1) {
          await bring(`round-${round}`, 60);
        }
      })();
      const services = (await servicesWithTables()).map(({ schema }) => schema);
      const backupFile = join(folder, 'moment.backup');
      for (let time = 0; time < 3; time += 1) {
        await dump(url, services, backupFile);
      }
      enough.abort();
      await imports;
      const moment = await fresh();
      await restoreInto(moment.url, backupFile);
      // counts that the transactions of members maintain
      const counted = await rowsIn(
        moment.url,
        `select members || ' ' || (select sum(members) from member_profile.member_spelling) from member_profile.membership`,
      );
      expect(counted).toEqual(
        await rowsIn(
          moment.url,
          `select count(*) || ' ' || sum(cardinality(facets)) filter (where analysed) from member_profile.member`,
        ),
      );
      expect(counted).not.toEqual(
        await rowsIn(
          url,
          `select members || ' ' || (select sum(members) from member_profile.member_spelling) from member_profile.membership`,
        ),
      );
    });
  });

  it('is of a data folder of npm start with its own PostgreSQL, and its restore deletes the streams of later events', async () => {
    // if run as root, PostgreSQL's user must be able to enter the folder
    await chmod(folder, 0o711);
    const data = join(folder, 'data');
    const stream = join(data, 'nats', databaseOfCommunity('Restored'), 'jetstream');
    await mkdir(stream, { recursive: true });
    await expect(command('', 'restore', file, '--data', data)).rejects.toThrow(/name it with --community/);
    const restoring = ['restore', file, '--data', data, '--community', 'Restored'];
    expect(await command('', ...restoring)).toMatch(/^Restored is what it was at/);
    await expect(stat(stream)).rejects.toThrow('ENOENT');
    expect((await stat(data)).mode & 0o066).toBe(0);
    await expect(command('', ...restoring)).rejects.toThrow(/is not empty/);
    expect(await readCommunities(data)).toMatchObject([{ name: 'Restored', sample: false }]);
    const second = join(folder, 'second.backup');
    await command('', 'backup', second, '--data', data);
    const [rows, again] = await Promise.all([file, second].map(async (each) => linesIn(each)));
    // all but its time and checksum; PostgreSQL promises no order of rows
    expect(again!.slice(1, -1).map(sorted)).toEqual(rows!.slice(1, -1).map(sorted));
  });

  it('keeps enum labels that no migration adds, in their order: services add some when they start', async () => {
    const [later, url] = [(await fresh()).url, (await fresh()).url];
    await restoreInto(later, file);
    for (const [label, place] of [
      ['first', `before 'skill_cluster'`],
      ['second', `after 'first'`],
      ['last', ''],
    ]) {
      await rowsIn(later, `alter type pattern_finder.pattern_category add value '${label}' ${place}`);
    }
    const id = 'select min(id) from pattern_finder.pattern';
    await rowsIn(
      later,
      `update pattern_finder.pattern set category = 'second' where id = (${id}) returning ''`,
    );
    const backupFile = join(folder, 'labels.backup');
    await command(later, 'backup', backupFile);
    await command(url, 'restore', backupFile);
    expect(await contentOf(url)).toEqual(await contentOf(later));
    const labels = 'select unnest(enum_range(null::pattern_finder.pattern_category))::text';
    expect(await rowsIn(url, labels)).toEqual(await rowsIn(later, labels));
    expect((await rowsIn(url, labels)).slice(0, 2)).toEqual(['first', 'second']);
  });

  it('of an older version gets its tables, and newer migrations once the service starts', async () => {
    const [old, url] = [await fresh(), (await fresh()).url];
    const [memberProfile] = await servicesWithTables();
    const { schema, migrations } = memberProfile!;
    const ormOptions = await ormOptionsOfServices();
    const upTo = async (at: string, count: number): Promise<void> => {
      const settings = { url: at, schema, migrations: migrations.slice(0, count), idleTimeoutMs: 60_000 };
      const orm = await MikroORM.init({
        ...ormOptions({ ...settings, entities: [] }),
        discovery: { warnWhenNoEntities: false },
      });
      await orm.em.fork().execute(`create schema if not exists ${schema}`);
      await orm.migrator.up();
      await orm.close();
    };
    await upTo(old.url, 1);
    await rowsIn(
      old.url,
      `insert into member_profile.member (external_id, first_name, last_name, bio, role, company, location, website, urls,
         roles, skills, interests, looking_for, all_traits, prompt_responses, membership_status, is_public, facets,
         facet_labels, facets_version, names, content_hash)
       values ('early', '', '', '', '', '', '', '', '{}', '{}', '{}', '{}', '{}', '{}', '[]', '', true, '{}', '{}', '', '{}', '')
       returning ''`,
    );
    const early = join(folder, 'early.backup');
    await dump(old.url, [schema], early);
    await restoreInto(url, early);
    expect(await contentOf(url)).toEqual(await contentOf(old.url));
    await upTo(url, migrations.length);
    expect(await rowsIn(url, 'select members::text from member_profile.membership')).toEqual(['1']);
  });
});

/** Lines have rows of a table, or their number at the end. */
const Chunk = z.looseObject({ rows: z.union([z.array(z.string()), z.number()]).optional() });
const sorted = (line: string) => {
  const { rows, ...rest } = Chunk.parse(JSON.parse(line));
  return { ...rest, rows: Array.isArray(rows) ? rows.toSorted() : rows };
};

const linesIn = async (path: string): Promise<string[]> =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .trimEnd()
    .split('\n');

describe('two communities that npm start keeps in one folder', () => {
  let data: string;
  let backupFile: string;
  let before: Map<string, string[]>;
  const [ours, noNats] = ['Ours', 'nats://127.0.0.1:9'];
  const note = () => join(data, 'nats', databaseOfCommunity(ours), 'jetstream', 'note');

  /** As npm start has it: PostgreSQL runs on the folder, and each community has its database. */
  async function withServer<T>(work: (urlOf: (name: string) => Promise<string>) => Promise<T>): Promise<T> {
    const postgres = await startPostgres({ dataDir: join(data, 'postgresql') });
    try {
      return await work(async (name) => postgres.createDatabase(databaseOfCommunity(name)));
    } finally {
      await postgres.stop();
    }
  }
  const contentOfOurs = async () => withServer(async (urlOf) => contentOf(await urlOf(ours)));

  beforeAll(async () => {
    data = join(folder, 'two communities');
    backupFile = join(folder, 'ours.backup');
    await chmod(folder, 0o711);
    await command('', 'restore', file, '--data', data, '--community', ours);
    await command('', 'restore', file, '--data', data, '--community', sampleName);
    await mkdir(join(note(), '..'), { recursive: true });
    await writeFile(note(), '');
  }, 120_000);

  it('are backed up one at a time: the running one, or the named one, and the output says which', async () => {
    await withServer(async (urlOf) => {
      const [databaseUrl, other] = [await urlOf(ours), await urlOf(sampleName)];
      await rowsIn(databaseUrl, `delete from question_generator.question returning ''`);
      before = await contentOf(databaseUrl);
      const community = { name: ours, sample: false };
      const gone = await noteRunning(data, { databaseUrl, natsUrl: noNats, community });
      const named = join(folder, 'named.backup');
      expect(await command('', 'backup', named, '--data', data, '--community', sampleName)).toContain(
        `of ${sampleName}\n`,
      );
      const empty = (await fresh()).url;
      await restoreInto(empty, named);
      expect(await contentOf(empty)).toEqual(await contentOf(other));
      expect(await command('', 'backup', backupFile, '--data', data)).toContain(`of ${ours}\n`);
      await expect(command('', 'backup', named, '--data', data, '--community', 'Typo')).rejects.toThrow(
        /no community "Typo" .*there: .*"Ours".* runs with Ours/,
      );
      await gone();
    });
  });

  it('are not changed by a backup of a missing one, which lists the existing ones', async () => {
    const wrong = ['backup', join(folder, 'wrong.backup'), '--data', data, '--community', 'Typo'];
    await expect(command('', ...wrong)).rejects.toThrow(/no community "Typo".*--community.*made-up sample/);
    await withServer(async (urlOf) => {
      const names = await rowsIn(await urlOf(ours), 'select datname::text from pg_database');
      expect(names.filter((name) => name.includes('typo'))).toEqual([]);
    });
  });

  it('reject a restore while npm start runs with servers elsewhere, or a nats-server on the streams', async () => {
    const restoring = ['restore', backupFile, '--replace', '--data', data];
    const gone = await noteRunning(data, { databaseUrl: source.url, natsUrl: noNats });
    await expect(command('', ...restoring)).rejects.toThrow(
      /npm start runs on .*stop it first.*DATABASE_URL/,
    );
    await gone();
    const storeDir = join(data, 'nats', databaseOfCommunity(ours));
    const nats = await startNats({ cacheDir: cacheFolder, storeDir });
    await expect(command('', ...restoring)).rejects.toThrow(/is in use by process .*stop that one first/);
    await nats.stop();
    expect((await stat(note())).size).toBe(0);
    expect(await contentOfOurs()).toEqual(before);
  });

  it('are restored into the one of the backup, without changing the other one, and opened next', async () => {
    await withServer(async (urlOf) =>
      rowsIn(await urlOf(ours), `delete from pattern_finder.outbox_message returning ''`),
    );
    const said = await command('', 'restore', backupFile, '--replace', '--data', data);
    expect(said).toContain(`${ours} is what it was at`);
    expect(said).toContain(`npm run -s erasures -- replay --data '${data}'`);
    // the folder's own streams are deleted, so that nothing is left to do by hand
    expect(said).not.toMatch(/EVENTS/);
    await expect(stat(note())).rejects.toThrow('ENOENT');
    expect(await contentOfOurs()).toEqual(before);
    expect((await readCommunities(data)).map(({ name }) => name)).toEqual([ours, sampleName]);
    expect(await command('', 'restore', backupFile, '--replace', '--data', data)).toMatch(/Delete .* EVENTS/);
  });

  it('are restored into a new folder under their name, and need no name where they are the only one', async () => {
    data = join(folder, 'new');
    await command('', 'restore', backupFile, '--data', data);
    expect(await contentOfOurs()).toEqual(before);
    const only = join(folder, 'only.backup');
    expect(await command('', 'backup', only, '--data', data)).toContain(`of ${ours}\n`);
  });

  it('leave nothing behind where a restore under a new name fails', async () => {
    const damaged = join(folder, 'damaged ours.backup');
    const whole = await readFile(backupFile);
    await writeFile(damaged, whole.subarray(0, whole.length - 20));
    const restoring = ['restore', damaged, '--data', data, '--community', 'Damaged'];
    await expect(command('', ...restoring)).rejects.toThrow(/Nothing was changed/);
    expect((await readCommunities(data)).map(({ name }) => name)).toEqual([ours]);
    await withServer(async (urlOf) => {
      const names = await rowsIn(await urlOf(ours), 'select datname::text from pg_database');
      expect(names.filter((name) => name.includes('damaged'))).toEqual([]);
    });
  });

  it('of an earlier version, which had a database for each file, are backed up and restored under the name of the file', async () => {
    data = join(folder, 'earlier');
    const database = databaseOfPath('/exports/members-2026-10.csv', 'members-2026-10.csv');
    await mkdir(data);
    const postgres = await startPostgres({ dataDir: join(data, 'postgresql') });
    const url = await postgres.createDatabase(database);
    await restoreInto(url, backupFile);
    const services = (await servicesWithTables()).map(({ schema }) => schema);
    const earlier = join(folder, 'earlier.backup');
    // without the name of its community
    await dump(url, services, earlier);
    await postgres.stop();
    expect(await command('', 'backup', join(folder, 'named later.backup'), '--data', data)).toContain(
      'of Members\n',
    );
    expect(await readCommunities(data)).toMatchObject([{ name: 'Members', database, named: false }]);
    const elsewhere = join(folder, 'elsewhere');
    for (const folder of [data, elsewhere]) {
      expect(await command('', 'restore', earlier, '--replace', '--data', folder)).toContain(
        'Members is what',
      );
      expect(await readCommunities(folder)).toMatchObject([{ name: 'Members', database }]);
    }
  });
});

describe('a restore', () => {
  let replaced: TestDatabase;
  const emptyDatabase = async (url: string): Promise<void> => {
    expect(
      await rowsIn(
        url,
        `select nspname::text from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
         and exists (select from pg_class where relnamespace = pg_namespace.oid)`,
      ),
    ).toEqual([]);
    expect(await ownersIn(url)).toEqual([]);
  };
  /** The same backup with changed lines, and with valid counts and checksum. */
  async function rewritten(name: string, change: (lines: string[]) => string[]): Promise<string> {
    const lines = gunzipSync(await readFile(file))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(0, -1);
    const text = `${change(lines).join('\n')}\n`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const path = join(folder, name);
    await writeFile(path, gzipSync(`${text}${JSON.stringify({ sha256 })}\n`));
    return path;
  }

  it('rejects a file that is cut off, changed, or not a backup, before it writes anything', async () => {
    const { url } = await fresh();
    const whole = await readFile(file);
    const damaged = join(folder, 'damaged.backup');
    const plain = gunzipSync(whole);
    const flipped = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 4;
      return copy;
    };
    const cases = [
      Buffer.alloc(0),
      Buffer.from('not a backup\n'),
      gzipSync('{"warren":"backup"}\n'),
      gzipSync('[1]'),
      ...[1, 8, 20, whole.length / 2, whole.length - 1].map((at) => whole.subarray(0, Math.floor(at))),
      ...[12, whole.length / 3, whole.length - 4].map((at) => flipped(whole, Math.floor(at))),
      // damage that gzip's own checksum cannot see
      gzipSync(plain.subarray(0, plain.lastIndexOf('\n', plain.length - 2) + 1)),
      gzipSync(plain.subarray(0, -20)),
      gzipSync(flipped(plain, plain.indexOf('Ballads'))),
      gzipSync(Buffer.concat([plain, plain])),
    ];
    for (const [at, bytes] of cases.entries()) {
      await writeFile(damaged, bytes);
      const rejection: unknown = await restoreInto(url, damaged).then(
        () => `case ${at} was accepted`,
        (error: unknown) => error,
      );
      expect(String(rejection)).toMatch(
        /BackupUnreadable: .* is no backup of Warren, or is damaged .* Nothing was changed/,
      );
    }
    await emptyDatabase(url);
  });

  it('rejects a database that is not empty, unless asked to replace it', async () => {
    replaced = await fresh();
    const { url } = replaced;
    await restoreInto(url, file);
    await rowsIn(url, `select setval('pattern_finder.pattern_id_seq', 4711)::text`);
    const before = await contentOf(url);
    await rowsIn(url, `delete from question_generator.question returning ''`);
    const changed = await contentOf(url);
    expect(changed).not.toEqual(before);
    await expect(restoreInto(url, file)).rejects.toThrow(/is not empty: it has .*--replace/);
    expect(await contentOf(url)).toEqual(changed);
    await restoreInto(url, file, true);
    expect(await contentOf(url)).toEqual(before);
    // other systems may have stored the ids assigned since
    expect(await rowsIn(url, `select nextval('pattern_finder.pattern_id_seq')::text`)).toEqual(['4712']);
  });

  it('rejects a backup of a newer version, and says what to do', async () => {
    const { url } = await fresh();
    const newer = await rewritten('newer.backup', ([header = '', ...rest]) => [
      header.replace('_durability"', '_durability","Migration29990101000000_later"'),
      ...rest,
    ]);
    await expect(restoreInto(url, newer)).rejects.toThrow(
      /29990101000000_later.*with the version that made it/,
    );
    await emptyDatabase(url);
  });

  it('is rolled back if it fails halfway, and changes nothing', async () => {
    const { url } = await fresh();
    const broken = await rewritten('broken.backup', (lines) => {
      const at = lines.findIndex((line) =>
        line.startsWith('{"schema":"question_generator","table":"question"'),
      );
      return lines.with(at, lines[at]!.replace(/"rows":\["\(\d+/, '"rows":["(none'));
    });
    await expect(restoreInto(url, broken)).rejects.toThrow(/invalid input syntax for type integer/);
    await emptyDatabase(url);
    const before = await contentOf(replaced.url);
    expect(before.size).toBeGreaterThan(30);
    await expect(restoreInto(replaced.url, broken, true)).rejects.toThrow(
      /invalid input syntax for type integer/,
    );
    expect(await contentOf(replaced.url)).toEqual(before);
  });

  it('is rolled back if a service connects before its end, but not if the service waits for that end', async () => {
    const { url } = await fresh();
    const as = async (application_name: string): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: url, application_name });
      await client.connect();
      return client;
    };
    const lock = `hashtext('migrate member_profile')`;
    const waiting = async (name: string) =>
      waitFor(
        async () =>
          (
            await rowsIn(
              url,
              `select pid::text from pg_stat_activity where application_name = '${name}' and wait_event = 'advisory'
               and datname = current_database()`,
            )
          ).length > 0,
        { describe: `${name} to wait` },
      );
    const migrating = await as('psql');
    await migrating.query(`select pg_advisory_lock(${lock})`);
    const rejection = restoreInto(url, file).catch((error: unknown) => String(error));
    await waiting('restore');
    const service = await as('member_profile');
    await migrating.query(`select pg_advisory_unlock(${lock})`);
    expect(await rejection).toMatch(/RestoreRejected: Services are connected/);
    await service.end();
    await emptyDatabase(url);
    await migrating.query(`select pg_advisory_lock(${lock})`);
    const restored = restoreInto(url, file);
    await waiting('restore');
    const starting = await as('member_profile');
    const started = starting.query(`select pg_advisory_lock(${lock})`);
    await waiting('member_profile');
    await migrating.query(`select pg_advisory_unlock(${lock})`);
    await restored;
    await started;
    await Promise.all([starting.end(), migrating.end()]);
  });

  it('says what is wrong with its arguments', async () => {
    const { url } = await fresh();
    await mkdir(join(folder, 'a folder'));
    await expect(command(url, 'restore', join(folder, 'nothing'))).rejects.toThrow(/There is no file/);
    await expect(command(url, 'backup', join(folder, 'empty'))).rejects.toThrow(/no tables of Warren/);
    await expect(command(source.url, 'backup', join(folder, 'a folder'))).rejects.toThrow(/is no file/);
    await expect(command(source.url, 'backup', join(folder, 'none', 'x'))).rejects.toThrow(/ENOENT/);
    await expect(command(source.url, 'backup')).rejects.toThrow();
  });
});
