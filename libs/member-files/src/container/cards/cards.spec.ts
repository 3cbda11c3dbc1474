import { describe, expect, it } from '@jest/globals';
import { readTable } from '../../../test/tables.ts';

/** A card of the given properties. */
const card = (...properties: string[]): string =>
  ['BEGIN:VCARD', ...properties, 'END:VCARD', ''].join('\r\n');

describe('reading cards', () => {
  it('reads version 3.0: groups, folded lines, several values, and escapes once', async () => {
    const { table, names, records, rows } = await readTable(
      card(
        'VERSION:3.0',
        'UID:urn:uuid:1',
        'N:Ash;Ada;;Dr.;',
        'FN:Dr. Ada Ash',
        'item1.EMAIL;type=INTERNET;type=HOME:ada@home.example',
        'item1.X-ABLabel:_$!<HomePage>!$_',
        'EMAIL;TYPE=INTERNET,pref:ada@example.org',
        'ORG:Smith\\, Sons\\; Co;Forge;Night',
        'TITLE:Smi',
        ' th',
        'CATEGORIES:Choir,Chess\\, blitz',
        'CATEGORIES:Rowing',
        'NOTE:one\\ntwo \\\\n three\\; four\\, five',
        'ADR;TYPE=HOME:;;Lane 1;Ulm;;89073;Germany',
        'URL:https://example.org/a',
        'TEL;TYPE="cell,voice":+41 79 123',
        'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
        ' BBBB',
      ),
    );
    expect(records).toEqual([
      {
        id: 'urn:uuid:1',
        Name: 'Dr. Ada Ash',
        'First name': 'Ada',
        'Last name': 'Ash',
        Email: 'ada@example.org',
        'Email (2)': 'ada@home.example',
        Organisation: 'Smith, Sons; Co',
        Department: 'Forge, Night',
        'Job title': 'Smith',
        Categories: ['Choir', 'Chess, blitz', 'Rowing'],
        Note: 'one\ntwo \\n three; four, five',
        City: 'Ulm',
        Country: 'Germany',
        Url: 'https://example.org/a',
        Phone: '+41 79 123',
      },
    ]);
    expect(table.headings[names.indexOf('Email (2)')]?.text).toBe('Email');
    expect([table.position, rows[0]?.line]).toEqual(['card', 1]);
  });

  it('reads version 2.1: quoted-printable over several lines, character sets, bare parameters', async () => {
    const { records } = await readTable(
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=AB;;;',
        'FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB M=FC=',
        'ller',
        'EMAIL;PREF;INTERNET:zoe@example.org',
        'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=',
        'two=3Dthree',
        'ROLE:C:\\new',
      ),
    );
    expect(records).toEqual([
      {
        'First name': 'Zoë',
        'Last name': 'Müller',
        Name: 'Zoë Müller',
        Email: 'zoe@example.org',
        Note: 'one\ntwo=three',
        Role: 'C:\\new',
      },
    ]);
  });

  it('reads version 4.0: preferences, quoted parameters, what people can and like', async () => {
    const { records } = await readTable(
      card(
        'VERSION:4.0',
        'FN:Ben Óg',
        'EMAIL;PREF=2:second@example.org',
        'EMAIL;PREF=1;ALTID="a:b;c":first@example.org',
        'EXPERTISE;LEVEL=expert:chinese literature',
        'HOBBY;INDEX=1:reading',
        'HOBBY:sewing',
        'INTEREST:r&b music',
      ),
    );
    expect(records).toEqual([
      {
        Email: 'first@example.org',
        'Email (2)': 'second@example.org',
        Name: 'Ben Óg',
        Expertise: ['chinese literature'],
        Hobbies: ['reading', 'sewing'],
        Interests: ['r&b music'],
      },
    ]);
  });

  it('decodes a character that is folded in two, and old cards in the character set of Windows', async () => {
    const folded = Buffer.from(card('VERSION:3.0', 'FN:Müller'));
    const at = folded.indexOf(0xc3) + 1;
    const utf8 = Buffer.concat([folded.subarray(0, at), Buffer.from('\r\n '), folded.subarray(at)]);
    const windows = Buffer.from(card('VERSION:2.1', 'FN:Müller'), 'latin1');
    for (const bytes of [utf8, windows, Buffer.from(card('FN:Müller'), 'utf16le')]) {
      expect((await readTable(bytes)).records).toEqual([{ Name: 'Müller' }]);
    }
  });

  it('counts cards, skips a card in a card, and rejects one that does not end', async () => {
    const { rows, rejected } = await readTable(
      `${card('FN:Ada')}\n\nBEGIN:VCARD\nFN:Cut\n${card('FN:Ben', 'AGENT:', 'BEGIN:VCARD', 'FN:Agent', 'END:VCARD')}BEGIN:VCARD\nFN:Last`,
    );
    expect(rows).toEqual([
      { line: 1, cells: ['Ada'] },
      { line: 3, cells: ['Ben'] },
    ]);
    expect(rejected).toEqual([
      [2, expect.stringContaining('no END:VCARD')],
      [4, expect.stringContaining('no END:VCARD')],
    ]);
  });

  it('drops a photograph of any size', async () => {
    const photo = `PHOTO;ENCODING=b:${'A'.repeat(3_000_000)}`;
    const { records } = await readTable(card('FN:Ada', photo, 'EMAIL:a@example.org'), 65_536);
    expect(records).toEqual([{ Name: 'Ada', Email: 'a@example.org' }]);
  });
});
