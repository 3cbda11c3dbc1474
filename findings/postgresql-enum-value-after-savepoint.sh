#!/usr/bin/env bash
# PostgreSQL 17.5 (as @electric-sql/pglite 0.3.16 packs it; 18.4 does the same): a value that is added to an enum in the
# transaction that made the enum can be used at once, but not where either step stood in a savepoint, even a released one.
#
# A restore that makes tables by migrations and adds the labels that its rows need, all in one transaction, works by hand
# and fails in a migration tool that wraps each migration in a savepoint, as @mikro-orm/migrations 7.2.1 does where it is
# given a transaction. The error comes with the first row that uses the value, not with the statement that adds it.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   no savepoint                   ok
#   the type in a savepoint        55P04 unsafe use of new value "b" of enum type mood
#   the new value in a savepoint   55P04 unsafe use of new value "b" of enum type mood
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @electric-sql/pglite@0.3.16

cat >check.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import assert from 'node:assert/strict';

const type = `create type mood as enum ('a');`;
const value = `alter type mood add value 'b';`;
const use = `create table felt (mood mood); insert into felt values ('b');`;
const saved = (sql) => `savepoint s; ${sql} release savepoint s;`;

async function outcome(what, sql) {
  const db = new PGlite();
  const said = await db.exec(`begin; ${sql} commit;`).then(
    () => 'ok',
    (error) => `${error.code} ${error.message}`,
  );
  await db.close();
  console.log(`${what.padEnd(30)} ${said}`);
  return said;
}

const unsafe = '55P04 unsafe use of new value "b" of enum type mood';
assert.equal(await outcome('no savepoint', type + value + use), 'ok');
assert.equal(await outcome('the type in a savepoint', saved(type) + value + use), unsafe);
assert.equal(await outcome('the new value in a savepoint', type + saved(value) + use), unsafe);
JS
node check.mjs
