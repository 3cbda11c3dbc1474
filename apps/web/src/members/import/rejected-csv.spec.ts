import { expect, it } from '@jest/globals';
import { rejectedAsCsv } from './rejected-csv.ts';

it('writes each rejected line with its reason, and nothing a spreadsheet would run', () => {
  const csv = rejectedAsCsv([
    { line: 3, field: 'email', reason: 'is no e-mail address, "x"' },
    { line: 9, field: '=cmd()', reason: '+1' },
  ]);
  expect(csv.replace('\uFEFF', '').split('\r\n')).toEqual([
    'line,field,reason',
    '3,email,"is no e-mail address, ""x"""',
    "9,'=cmd(),'+1",
    '',
  ]);
});
