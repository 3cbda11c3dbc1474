#!/usr/bin/env bash
# yaml 2.9.1 (npm): a map of members by id costs time by the square of its size, since the default check for repeated keys
# compares each key with all before it; with uniqueKeys: false the time is about proportional.
#
# A list of the same members does not have that cost, so it shows only with files in which ids are keys (contributors by
# login, people by number): a map of 16,000 small members takes over ten times what 4,000 take.
#
# Seen with Node 20.20 and 24.21 on Linux, as the time for 16,000 keys divided by that for 4,000:
#   uniqueKeys true, the default  above 8   (12 to 20)
#   uniqueKeys false              below 8   (3 to 5)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent yaml@2.9.1

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const YAML = require('yaml');

const members = (count) => Array.from({ length: count }, (_, at) => `member-${at}: 1`).join('\n');

/** Least CPU time of three runs in milliseconds, so that another process on the machine does not count. */
function time(text, options) {
  const times = [1, 2, 3].map(() => {
    const from = process.cpuUsage();
    YAML.parse(text, options);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const [few, many] = [members(4_000), members(16_000)];
const ratio = (options) => time(many, options) / time(few, options);
time(few, {}); // compiled once
const byDefault = ratio({});
const without = ratio({ uniqueKeys: false });
console.log(`uniqueKeys true, the default  ${byDefault.toFixed(1)} times`);
console.log(`uniqueKeys false              ${without.toFixed(1)} times`);
assert.ok(byDefault > 8, 'four times the keys took more than eight times as long');
assert.ok(without < 8, 'and less without the check');
JS
node check.cjs
