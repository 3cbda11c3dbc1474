#!/usr/bin/env bash
# libphonenumber-js 1.13.16 (npm, "max" metadata): findPhoneNumbersInText takes dates and spans of years in running text
# for telephone numbers, depending on the default country alone.
#
# The function searches text for numbers that are valid, not merely possible, so one would rely on it to leave
# "2010-2020" or an ISO date in a biography alone. With Germany as the default country both are valid numbers: area codes
# there begin with 02, the leading zero is not needed, and lengths are free. With the United States the same text has none.
# Whoever redacts contacts from members' texts with it loses dates for one community and not for another.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   DE  2010-2020   ["+4920102020"]
#   DE  2024-11-22  ["+4920241122"]
#   US  2010-2020   []
#   US  2024-11-22  []
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent libphonenumber-js@1.13.16

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const { findPhoneNumbersInText } = require('libphonenumber-js/max');

const found = (date, country) =>
  findPhoneNumbersInText(`From ${date} I built boats.`, country).map(({ number }) => number.number);
const seen = {};
for (const country of ['DE', 'US']) {
  for (const date of ['2010-2020', '2024-11-22']) {
    seen[`${country} ${date}`] = found(date, country);
    console.log(`${country}  ${date.padEnd(10)}  ${JSON.stringify(seen[`${country} ${date}`])}`);
  }
}
assert.deepEqual(seen, {
  'DE 2010-2020': ['+4920102020'],
  'DE 2024-11-22': ['+4920241122'],
  'US 2010-2020': [],
  'US 2024-11-22': [],
});
// a real number is found with either
assert.deepEqual(found('+49 30 901820', 'US'), ['+4930901820']);
JS
node check.cjs
