#!/usr/bin/env bash
# Node 24.21.0 (V8 13.6, npm package node): JSON.parse gives an object another object's key. Once objects with a key that is
# a backslash have been read, one of the same shape whose key at that place is an escaped character (a tab, a quotation
# mark) comes out with the backslash as its key. Node 20.20.2 reads it right.
#
# Seen by a property test that stores odd keys in a JSON column and reads them back: the column had kept them, and the
# driver's JSON.parse changed them. Code that uses headings or answers of members' files as JSON keys can lose one.
#
# Seen on Linux:
#   v24.21.0 wrote {"$1":5,"\t":2} read {"$1":5,"\\":2}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
# the script of the package, which puts the binary in its place, is run by hand: npm may hold it back
npm install --no-audit --no-fund --silent --ignore-scripts node@24.21.0
(cd node_modules/node && node installArchSpecificPackage.js >/dev/null 2>&1 || true)

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');

const before = JSON.stringify({ $1: 5, '\\': 2 });
const wrote = JSON.stringify({ $1: 5, '\t': 2 });
for (let time = 0; time < 3; time += 1) JSON.parse(before);
const read = JSON.stringify(JSON.parse(wrote));
console.log(`${process.version} wrote ${wrote} read ${read}`);
assert.equal(read, before);
JS
node_modules/node/bin/node check.cjs
