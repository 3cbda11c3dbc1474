#!/usr/bin/env bash
# exceljs 4.4.0 and read-excel-file 9.3.17 (npm): 36 hours and 30 minutes, in a cell formatted as [h]:mm:ss, come back as
# the Date 1899-12-31T12:30:00Z: a time of day, a day missing. SheetJS 0.18.5 shows 36:30:00.
#
# Number format 46 is built into every workbook (ECMA-376 part 1, 18.8.30), for sums such as hours volunteered. Both
# readers take it for a moment, and whoever prints the time of a date before 1900, as one does for times of day, prints
# 12:30.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   exceljs          1899-12-31T12:30:00.000Z
#   read-excel-file  1899-12-31T12:30:00.000Z
#   SheetJS          36:30:00
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
  '!ref': 'A1:A2',
  A1: { t: 's', v: 'hours' },
  A2: { t: 'n', v: 36.5 / 24, z: '[h]:mm:ss' },
};
const bytes = XLSX.write({ SheetNames: ['M'], Sheets: { M: sheet } }, { type: 'buffer', bookType: 'xlsx' });

const book = new ExcelJS.Workbook();
await book.xlsx.load(bytes);
const byExceljs = book.worksheets[0].getCell('A2').value;
const [{ data }] = await readWorkbook(bytes);
const bySheetJs = XLSX.read(bytes).Sheets.M.A2.w;
console.log(`exceljs          ${byExceljs.toISOString()}`);
console.log(`read-excel-file  ${data[1][0].toISOString()}`);
console.log(`SheetJS          ${bySheetJs}`);
assert.equal(byExceljs.toISOString(), '1899-12-31T12:30:00.000Z');
assert.equal(data[1][0].toISOString(), '1899-12-31T12:30:00.000Z');
assert.equal(bySheetJs, '36:30:00');
JS
node check.mjs
