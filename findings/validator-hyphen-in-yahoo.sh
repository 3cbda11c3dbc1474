#!/usr/bin/env bash
# validator 13.15.35 (npm): normalizeEmail takes everything from the first hyphen on from addresses at yahoo: two people,
# anne-marie@yahoo.com and anne-sophie@yahoo.com, become one key.
#
# The hyphen is yahoo's mark for disposable addresses, and also part of ordinary first names. The option is on by default
# (yahoo_remove_subaddress). Whoever uses the normal form to recognise members of a list merges them; at other hosts the
# hyphen stays, so a test with example.org passes.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   anne-marie@yahoo.com    anne@yahoo.com
#   anne-sophie@yahoo.com   anne@yahoo.com
#   anne-marie@example.org  anne-marie@example.org
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent validator@13.15.35

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { normalizeEmail } = require('validator');

const normal = (address) => {
  const form = normalizeEmail(address);
  console.log(`${address.padEnd(22)}  ${form}`);
  return form;
};
assert.equal(normal('anne-marie@yahoo.com'), 'anne@yahoo.com');
assert.equal(normal('anne-sophie@yahoo.com'), 'anne@yahoo.com');
assert.equal(normal('anne-marie@example.org'), 'anne-marie@example.org');
assert.equal(
  normalizeEmail('anne-marie@yahoo.com', { yahoo_remove_subaddress: false }),
  'anne-marie@yahoo.com',
);
JS
node check.cjs
