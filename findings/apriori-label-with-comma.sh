#!/usr/bin/env bash
# apriori 1.0.7 (npm): a label that holds a comma is lost, or comes back as a set of labels that nobody listed.
#
# The library keys its counts by Array#toString and takes the key apart again at commas, so that an item is the same
# as a list of its pieces. With a blank after the comma the pieces are looked up in another order and the label, however
# frequent, is dropped silently; without the blank it is reported as one "item set" of two items, at size 1.
# Comparing another miner of survey options ("Design, print") with it compares two different sets of labels.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   with a blank  {"1":[{"itemSet":["baking"],"support":0.25}]}                       ("gis, maps": 3 of 4, missing)
#   without       {"1":[{"itemSet":["gis","maps"],"support":0.75},{"itemSet":["baking"],"support":0.25}]}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent apriori@1.0.7

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { Algorithm } = require('apriori');

const frequent = (label) =>
  plain(new Algorithm(0.2, 0.1, false).analyze([[label], [label], [label], ['baking']]).frequentItemSets);
/** Without the library's own classes. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const baking = { itemSet: ['baking'], support: 0.25 };
const withBlank = frequent('gis, maps');
const without = frequent('gis,maps');
console.log(`with a blank  ${JSON.stringify(withBlank)}`);
console.log(`without       ${JSON.stringify(without)}`);
assert.deepEqual(withBlank, { 1: [baking] });
assert.deepEqual(without, { 1: [{ itemSet: ['gis', 'maps'], support: 0.75 }, baking] });
// the same baskets with another mark inside the label are counted as they should be
assert.deepEqual(frequent('gis / maps'), { 1: [{ itemSet: ['gis / maps'], support: 0.75 }, baking] });
JS
node check.cjs
