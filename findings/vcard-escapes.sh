#!/usr/bin/env bash
# ical.js 2.2.1 and vcf 2.1.2 (npm): neither gives the text that a vCard 3.0 means. ical.js unescapes a semicolon in ORG and
# leaves it escaped in NOTE; vcf unescapes nothing and does not part lists.
#
# RFC 2426 (4) escapes backslash, semicolon, comma and line break in every text value. Since a bare semicolon is legal in a
# NOTE too, one test with commas passes in ical.js, and the first "tea\; chess" of an address book does not. Code that
# unescapes once more for one library takes real backslashes from the other.
#
# Seen with Node 20.20 and 24.21 on Linux, for NOTE:tea\, chess\; choir\nmore, CATEGORIES:Salt\, pepper,Chess, ORG:Ash\; Co;Lab:
#   ical.js  [["tea, chess\\; choir\nmore"],["Salt, pepper","Chess"],[["Ash; Co","Lab"]]]
#   vcf      ["tea\\, chess\\; choir\\nmore","Salt\\, pepper,Chess","Ash\\; Co;Lab"]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent ical.js@2.2.1 vcf@2.1.2

cat >check.mjs <<'JS'
import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import VCard from 'vcf';

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Ash;Ada;;;',
  'FN:Ada Ash',
  String.raw`NOTE:tea\, chess\; choir\nmore`,
  String.raw`CATEGORIES:Salt\, pepper,Chess`,
  String.raw`ORG:Ash\; Co;Lab`,
  'END:VCARD',
  '',
].join('\r\n');
const names = ['note', 'categories', 'org'];

const component = new ICAL.Component(ICAL.parse(card));
const byIcal = names.map((name) => component.getFirstProperty(name).getValues());
const [parsed] = VCard.parse(card);
const byVcf = names.map((name) => parsed.get(name).valueOf());
console.log(`ical.js  ${JSON.stringify(byIcal)}`);
console.log(`vcf      ${JSON.stringify(byVcf)}`);
assert.deepEqual(byIcal, [
  ['tea, chess\\; choir\nmore'],
  ['Salt, pepper', 'Chess'],
  [['Ash; Co', 'Lab']],
]);
assert.deepEqual(byVcf, ['tea\\, chess\\; choir\\nmore', 'Salt\\, pepper,Chess', 'Ash\\; Co;Lab']);
JS
node check.mjs
