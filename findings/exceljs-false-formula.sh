#!/usr/bin/env bash
# exceljs 4.4.0 (npm): a cell with a formula whose result is FALSE is read without a result; with TRUE the result is there.
#
# A consent column that a spreadsheet computes (=C2="yes") is such a column. Its cells come as {formula} for every no and
# as {formula, result: true} for every yes, so code that takes `result` and treats what is missing as "not answered" loses
# each no. Cells without a formula, and read-excel-file 9.3.17 on the same workbook, give false.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   exceljs          [{"formula":"1=2"},{"formula":"1=1","result":true},false]
#   read-excel-file  [false,true,false]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent exceljs@4.4.0 read-excel-file@9.3.17 xlsx@0.18.5

cat >check.mjs <<'JS'
import ExcelJS from 'exceljs';
import assert from 'node:assert/strict';
import readWorkbook from 'read-excel-file/node';
import XLSX from 'xlsx';

const sheet = {
  '!ref': 'A1:A4',
  A1: { t: 's', v: 'public' },
  A2: { t: 'b', v: false, f: '1=2' },
  A3: { t: 'b', v: true, f: '1=1' },
  A4: { t: 'b', v: false },
};
const bytes = XLSX.write({ SheetNames: ['M'], Sheets: { M: sheet } }, { type: 'buffer', bookType: 'xlsx' });

const book = new ExcelJS.Workbook();
await book.xlsx.load(bytes);
const byExceljs = ['A2', 'A3', 'A4'].map((place) => book.worksheets[0].getCell(place).value);
const [{ data }] = await readWorkbook(bytes);
const byReader = data.slice(1).map(([value]) => value);
console.log(`exceljs          ${JSON.stringify(byExceljs)}`);
console.log(`read-excel-file  ${JSON.stringify(byReader)}`);
assert.equal(
  JSON.stringify(byExceljs),
  JSON.stringify([{ formula: '1=2' }, { formula: '1=1', result: true }, false]),
);
assert.deepEqual(byReader, [false, true, false]);
JS
node check.mjs
