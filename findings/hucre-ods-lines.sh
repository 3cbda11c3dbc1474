#!/usr/bin/env bash
# hucre 1.0.0 (npm): of its two readers of OpenDocument spreadsheets, readOds loses rows that repeat on each page, which is
# where the headings stand, and streamOdsRows joins the lines of a cell to one word. Neither has the whole sheet.
#
# One would expect the stream to give the rows of the other, only later. A header row that is set to repeat is inside
# table:table-header-rows (ODF 1.3 part 3, 9.2.2), and a line break in a cell is a second text:p, so a list of skills with
# one a line is "GIS\nBaking" for one reader and the skill "GISBaking" for the other.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   readOds        [["Ada","GIS\nBaking"]]
#   streamOdsRows  [["name","skills"],["Ada","GISBaking"]]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent hucre@1.0.0 fflate@0.8.3

cat >check.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { readOds, streamOdsRows } from 'hucre/ods';
import assert from 'node:assert/strict';

const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);
const manifest = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
const type = 'application/vnd.oasis.opendocument.spreadsheet';
const cell = (...lines) =>
  `<table:table-cell office:value-type="string">${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</table:table-cell>`;
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const header = `<table:table-header-rows>${row(cell('name'), cell('skills'))}</table:table-header-rows>`;
const table = `<table:table table:name="M">${header}${row(cell('Ada'), cell('GIS', 'Baking'))}</table:table>`;
const parts = {
  mimetype: type,
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${manifest}"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  'content.xml': `<office:document-content ${names.join(' ')} office:version="1.3"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
};
const ods = zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));

const { sheets } = await readOds(ods);
const streamed = [];
for await (const { values } of streamOdsRows(ods)) streamed.push(values);
console.log(`readOds        ${JSON.stringify(sheets[0].rows)}`);
console.log(`streamOdsRows  ${JSON.stringify(streamed)}`);
assert.deepEqual(sheets[0].rows, [['Ada', 'GIS\nBaking']]);
assert.deepEqual(streamed, [
  ['name', 'skills'],
  ['Ada', 'GISBaking'],
]);
JS
node check.mjs
