import { expect, it } from '@jest/globals';
import { rejectedAsCsv } from './rejected-csv.ts';

it('writes each rejected line with its reason, and nothing a spreadsheet would run', () => {
  const csv = rejectedAsCsv([
    { line: 3, field: 'email', reason: 'is no e-mail address, "x"', taken: true },
    { line: 9, field: '=cmd()', reason: '+1', taken: false },
  ]);
  expect(csv.replace('\uFEFF', '').split('\r\n')).toEqual([
    'line,field,member,reason',
    '3,email,taken without it,"is no e-mail address, ""x"""',
    "9,'=cmd(),not taken,'+1",
    '',
  ]);
});
