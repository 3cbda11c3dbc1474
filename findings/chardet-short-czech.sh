#!/usr/bin/env bash
# chardet 2.2.0 (npm): short member lists in Czech or Polish, in Windows-1250, are taken for Western European or Japanese
# text; names then come out as other letters that look like names.
#
# The detector compares letter frequencies, which lists of a few names do not have. Its first guess decodes without an
# error, so nothing shows but the letters: Dvořák becomes Dvoøák. Lower confidence is no way out: for the first text the
# right family is second with half the points, for the second it is not among the first three.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   "jméno;město\nJiří Dvořák;Plzeň"  ISO-8859-1: Jiøí Dvoøák;Plzeò
#   "Jiří"                            Shift_JIS
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent chardet@2.2.0 iconv-lite@0.7.0

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { analyse } = require('chardet').default ?? require('chardet');
const iconv = require('iconv-lite');

function guess(text) {
  const bytes = iconv.encode(text, 'windows-1250');
  const [first] = analyse(bytes);
  const read = iconv.decode(bytes, first.name).split('\n').at(-1);
  console.log(`${JSON.stringify(text).padEnd(34)} ${first.name}: ${read}`);
  return [first.name, read];
}

assert.deepEqual(guess('jméno;město\nJiří Dvořák;Plzeň'), ['ISO-8859-1', 'Jiøí Dvoøák;Plzeò']);
assert.equal(guess('Jiří')[0], 'Shift_JIS');
// the same bytes are right where the encoding is known
assert.equal(iconv.decode(iconv.encode('Dvořák', 'windows-1250'), 'windows-1250'), 'Dvořák');
JS
node check.cjs
