#!/usr/bin/env bash
# zod 4.6.7 and validator 13.15.35 (npm): an address with an international domain is no e-mail address for z.email(), nor
# with zod's pattern of HTML forms, and is one for validator's isEmail; its ASCII form is one for all.
#
# Browsers write the ASCII form (punycode) into the value of <input type=email>, so a form never shows the difference; a
# CSV from a spreadsheet has the letters, and its members lose their addresses. zod's unicodeEmail accepts the letters, but
# then one mailbox has two keys, since neither library turns one form into the other.
#
# Seen with Node 20.20 and 24.21 on Linux:
#   ada@münchen.example         z.email false  html5Email false  unicodeEmail true  isEmail true
#   ada@xn--mnchen-3ya.example  z.email true   html5Email true   unicodeEmail true  isEmail true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent zod@4.6.7 validator@13.15.35

cat >check.mjs <<'JS'
import assert from 'node:assert/strict';
import { domainToASCII } from 'node:url';
import validator from 'validator';
import { z } from 'zod';

const accepts = (schema, address) => schema.safeParse(address).success;
function verdicts(address) {
  const all = {
    'z.email': accepts(z.email(), address),
    html5Email: accepts(z.email({ pattern: z.regexes.html5Email }), address),
    unicodeEmail: accepts(z.email({ pattern: z.regexes.unicodeEmail }), address),
    isEmail: validator.isEmail(address),
  };
  const shown = Object.entries(all).map(([name, verdict]) => `${name} ${String(verdict).padEnd(5)}`);
  console.log(`${address.padEnd(26)}  ${shown.join('  ').trimEnd()}`);
  return Object.values(all);
}

assert.equal(domainToASCII('münchen.example'), 'xn--mnchen-3ya.example');
assert.deepEqual(verdicts('ada@münchen.example'), [false, false, true, true]);
assert.deepEqual(verdicts('ada@xn--mnchen-3ya.example'), [true, true, true, true]);
// the normal form that validator makes is not the ASCII form
assert.equal(validator.normalizeEmail('ada@münchen.example'), 'ada@münchen.example');
JS
node check.mjs
