#!/usr/bin/env bash
# @mikro-orm/migrations 7.2.1: `down({ to })` leaves the migration that it names in place, `up({ to })` runs it; and a
# `migrationsList` is run in the order of the list, whatever the names say.
#
# With 6.6.16 the same `down({ to: 'Migration2' })` reverted the named one too and left Migration1: it now stops one
# short, silently. And a migration that is added to the list with an older name than those a database has had still runs
# on that database, after them, so that an old and a fresh database run different orders.
#
# Seen with Node 20.20 and 24.21 on Linux (libsql in memory):
#   up to Migration2    Migration1,Migration2
#   down to Migration2  Migration1,Migration2   (of 1, 2, 3: only 3 was taken back)
#   older one later     Migration1,Migration2,Migration3,Migration0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @mikro-orm/core@7.2.1 @mikro-orm/libsql@7.2.1 @mikro-orm/migrations@7.2.1

cat >check.mjs <<'JS'
import { MikroORM, defineEntity, p } from '@mikro-orm/libsql';
import { Migration, Migrator } from '@mikro-orm/migrations';
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });
const made = (name) =>
  ({
    [name]: class extends Migration {
      up() {
        this.addSql(`create table t_${name} (id integer)`);
      }
      down() {
        this.addSql(`drop table t_${name}`);
      }
    },
  })[name];
const [zero, one, two, three] = ['Migration0', 'Migration1', 'Migration2', 'Migration3'].map(made);

async function withOrm(dbName, migrationsList, work) {
  const orm = await MikroORM.init({
    dbName,
    entities: [Thing],
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, silent: true },
  });
  const applied = async () => (await orm.migrator.getExecuted()).map(({ name }) => name).join();
  await work(orm.migrator, applied);
  await orm.close(true);
}

await withOrm(':memory:', [one, two, three], async (migrator, applied) => {
  await migrator.up({ to: 'Migration2' });
  console.log(`up to Migration2    ${await applied()}`);
  assert.equal(await applied(), 'Migration1,Migration2');
  await migrator.up();
  await migrator.down({ to: 'Migration2' });
  console.log(`down to Migration2  ${await applied()}`);
  assert.equal(await applied(), 'Migration1,Migration2');
});

await withOrm('kept.db', [one, two, three], async (migrator) => migrator.up());
await withOrm('kept.db', [zero, one, two, three], async (migrator, applied) => {
  await migrator.up();
  console.log(`older one later     ${await applied()}`);
  assert.equal(await applied(), 'Migration1,Migration2,Migration3,Migration0');
});
await rm('kept.db', { force: true });
JS
node check.mjs
