#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 and csv-stringify 6.9.0 (npm): two ways to lose a member between an object and its CSV. sheet_to_csv
# writes two different ids of twelve digits as the same text; csv-stringify writes false as an empty cell.
#
# sheet_to_csv writes what a cell displays, and General displays at most eleven characters, so 123456789012 is 1.23457E+11
# and so is its neighbour; rawNumbers keeps the digits. csv-stringify writes true as 1 and false as nothing, where papaparse
# writes true and false: read back, a no to being public is a question that was not answered.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   sheet_to_csv   id,public 1.23457E+11,TRUE 1.23457E+11,FALSE
#   csv-stringify  id,public 123456789012,1 123456799999,
#   papaparse      id,public 123456789012,true 123456799999,false
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent xlsx@0.18.5 csv-stringify@6.9.0 papaparse@5.7.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { stringify } = require('csv-stringify/sync');
const Papa = require('papaparse');
const XLSX = require('xlsx');

const members = [
  { id: 123456789012, public: true },
  { id: 123456799999, public: false },
];
const sheet = XLSX.utils.json_to_sheet(members);
const written = {
  sheet_to_csv: XLSX.utils.sheet_to_csv(sheet),
  'csv-stringify': stringify(members, { header: true }),
  papaparse: Papa.unparse(members),
};
const lines = Object.entries(written).map(([name, csv]) => [name, csv.trim().split(/\r?\n/).join(' ')]);
for (const [name, text] of lines) console.log(`${name.padEnd(13)}  ${text}`);
assert.deepEqual(Object.fromEntries(lines), {
  sheet_to_csv: 'id,public 1.23457E+11,TRUE 1.23457E+11,FALSE',
  'csv-stringify': 'id,public 123456789012,1 123456799999,',
  papaparse: 'id,public 123456789012,true 123456799999,false',
});
assert.match(XLSX.utils.sheet_to_csv(sheet, { rawNumbers: true }), /123456789012,TRUE\n123456799999,FALSE/);
JS
node check.cjs
