#!/usr/bin/env bash
# yaml 2.8.1 and js-yaml 4.1.0 (npm): unquoted member ids, postcodes and phone numbers lose their zeros in both, and the
# two disagree about dates and about digits with an underscore, so that a key read by one is not the key of the other.
#
# YAML 1.2's core schema takes any run of digits for a number, leading zeros included (in YAML 1.1 they meant octal), so
# 007 and 7 become one id and a postcode loses its first digit; an id of more than 15 digits is rounded. js-yaml keeps two
# habits of 1.1 on top: 1_000 is the number 1000, and 2024-05-01 is a Date.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   yaml    {"id":7,"postcode":1067,"ticket":12345678901234567000,"room":"1_000","joined":"2024-05-01"}
#   js-yaml {"id":7,"postcode":1067,"ticket":12345678901234567000,"room":1000,"joined":"2024-05-01T00:00:00.000Z"}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent yaml@2.8.1 js-yaml@4.1.0

cat >check.cjs <<'JS'
const assert = require('node:assert/strict');
const jsYaml = require('js-yaml');
const YAML = require('yaml');

const member = 'id: 007\npostcode: 01067\nticket: 12345678901234567890\nroom: 1_000\njoined: 2024-05-01\n';
const one = YAML.parse(member);
const other = jsYaml.load(member);
console.log(`yaml    ${JSON.stringify(one)}`);
console.log(`js-yaml ${JSON.stringify(other)}`);
const both = { id: 7, postcode: 1067, ticket: 12345678901234567000 };
assert.deepEqual(one, { ...both, room: '1_000', joined: '2024-05-01' });
assert.deepEqual(other, { ...both, room: 1000, joined: new Date('2024-05-01') });
// the schema without types keeps all of it, in both
assert.equal(YAML.parse(member, { schema: 'failsafe' }).id, '007');
assert.equal(jsYaml.load(member, { schema: jsYaml.FAILSAFE_SCHEMA }).postcode, '01067');
JS
node check.cjs
