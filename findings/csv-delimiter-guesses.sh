#!/usr/bin/env bash
# papaparse 5.7.1, csv-parse 7.0.3 and @duckdb/node-api 1.5.6 (npm): each guesses another delimiter for one and the same
# semicolon file whose last column holds lists by commas, as a form's export opened and saved in a German Excel is written.
#
# A guess prefers the character that occurs most, or most evenly, and a survey's lists are more even than one expects: with
# three skills in each row the commas win in papaparse and DuckDB, and csv-parse (delimiter_auto) parts at the blanks. With
# more columns and unequal lists papaparse and csv-parse are right and DuckDB is not. Nothing is reported: there are rows
# and columns, and "Ada Ash;gis" is a name.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   even lists    papaparse ","  DuckDB ","  csv-parse " "
#   more columns  papaparse ";"  DuckDB ","  csv-parse ";"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent papaparse@5.7.1 csv-parse@7.0.3 @duckdb/node-api@1.5.6-r.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { writeFileSync } = require('node:fs');
const { parse } = require('csv-parse/sync');
const { DuckDBInstance } = require('@duckdb/node-api');
const Papa = require('papaparse');

/** What stands behind "name" in the header row, as csv-parse parts it: the delimiter is not told. */
function guessOfCsvParse(csv) {
  const rows = parse(csv, { delimiter_auto: true, relax_column_count: true });
  return rows[1].includes('Ada Ash') ? ';' : rows[1][0] === 'Ada' ? ' ' : '?';
}

async function guesses(connection, what, csv) {
  writeFileSync('members.csv', csv);
  const sniffed = await connection.runAndReadAll(`select delimiter from sniff_csv('members.csv')`);
  const found = [Papa.parse(csv).meta.delimiter, sniffed.getRows()[0][0], guessOfCsvParse(csv)];
  const [papaparse, duckdb, csvParse] = found.map((delimiter) => JSON.stringify(delimiter));
  console.log(`${what.padEnd(12)}  papaparse ${papaparse}  DuckDB ${duckdb}  csv-parse ${csvParse}`);
  return found;
}

const even =
  'name;skills\nAda Ash;gis, baking, maps\nBen Birch;gis, sewing, tea\nCleo Cedar;chess, baking, choir\n';
const more =
  'name;email;city;skills\nAda Ash;ada@example.org;Bern;gis, baking, maps, tea, welding\nBen Birch;ben@example.org;Basel;gis, sewing, tea, maps, chess\n';

async function main() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  assert.deepEqual(await guesses(connection, 'even lists', even), [',', ',', ' ']);
  assert.deepEqual(await guesses(connection, 'more columns', more), [';', ',', ';']);
  // told the delimiter, all read four columns
  assert.equal(parse(more, { delimiter: ';' })[1].length, 4);
  assert.equal(Papa.parse(more, { delimiter: ';' }).data[1].length, 4);
}
main();
JS
node check.cjs
