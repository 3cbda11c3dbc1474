import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted, readAll, readMembers, rejected } from '../../test/sources.ts';
import { MemberFileInvalid } from '../source/source.ts';

describe('reading CSV', () => {
  it('matches header names in any spelling and ignores unknown columns', async () => {
    const lines = await readAll(
      'E-mail,First-Name,last name,skill_list,Looking For,Membership Status,Is Public,Shoe Size\n' +
        'a@example.org,Ann,Lee,"sewing, felt",a drummer,Active,no,38\n',
      'csv',
    );
    expect(accepted(lines)).toEqual([
      [
        2,
        {
          email: 'a@example.org',
          first_name: 'Ann',
          last_name: 'Lee',
          skills: ['sewing', 'felt'],
          looking_for: ['a drummer'],
          membership_status: 'Active',
          is_public: 'no',
        },
      ],
    ]);
  });

  it('splits a list on ; or | if its column uses either anywhere, else on commas', async () => {
    const lines = await readAll(
      'external_id,skills,interests,roles\n1,"R, the language","tea, chess",x\n2,C++;Go|Rust,hiking,"a,b"\n',
      'csv',
    );
    expect(accepted(lines).map(([, record]) => record)).toEqual([
      { external_id: '1', skills: ['R, the language'], interests: ['tea', 'chess'], roles: ['x'] },
      { external_id: '2', skills: ['C++', 'Go', 'Rust'], interests: ['hiking'], roles: ['a', 'b'] },
    ]);
  });

  it('keeps physical line numbers through quoted line breaks, blank lines, CRLF and a byte-order mark', async () => {
    const lines = await readAll(
      '\ufeffid,bio\r\n1,"first\r\nsecond ""quoted"""\r\n\r\n,\r\n2,plain\r\n"3","last, one"',
      'csv',
    );
    expect(accepted(lines)).toEqual([
      [2, { external_id: '1', bio: 'first\nsecond "quoted"' }],
      [6, { external_id: '2', bio: 'plain' }],
      [7, { external_id: '3', bio: 'last, one' }],
    ]);
  });

  it('reads semicolon and tab separated tables and UTF-16', async () => {
    expect(accepted(await readAll('id;skills\n1;"a;b"\n', 'csv'))).toEqual([
      [2, { external_id: '1', skills: ['a', 'b'] }],
    ]);
    expect(accepted(await readAll('id\tskills\n1\ta,b\n', 'csv'))).toEqual([
      [2, { external_id: '1', skills: ['a', 'b'] }],
    ]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id,bio\n1,Zoë\n', 'utf16le')]);
    expect(accepted(await readAll(utf16, 'csv', 3))).toEqual([[2, { external_id: '1', bio: 'Zoë' }]]);
  });

  it('rejects only the line with bad quoting, wherever its quote would have closed', async () => {
    const lines = await readAll(
      [
        'id,bio,role',
        '1,good,a',
        '2,"never closed,b',
        '3,good,c',
        '4,6" nail,d',
        '5,"good, too",e',
        '6,"closed" early,f',
        '7,"two\nlines",g',
        '8,"open at the end,h',
        '9,good,i',
      ].join('\n'),
      'csv',
    );
    expect(accepted(lines).map(([line, record]) => [line, record['external_id']])).toEqual([
      [2, '1'],
      [4, '3'],
      [6, '5'],
      [8, '7'],
      [11, '9'],
    ]);
    expect(rejected(lines).map(([line]) => line)).toEqual([3, 5, 7, 10]);
    expect(rejected(lines)[0]?.[1]).toMatch(/quote/);
  });

  it('accepts a line without its last cells, and rejects one that is wider than the header', async () => {
    const lines = await readAll('id,bio,role,\n1,a,b\n2,b,c,,\n3\n4,c,d,,e\n', 'csv');
    expect(accepted(lines)).toEqual([
      [2, { external_id: '1', bio: 'a', role: 'b' }],
      [3, { external_id: '2', bio: 'b', role: 'c' }],
      [4, { external_id: '3', bio: '', role: '' }],
    ]);
    expect(rejected(lines)).toEqual([[5, expect.stringContaining('has 5 cells where the header has 3')]]);
    const broken = await readAll('id,bio,role\n1,made of\ntwo lines,b\n', 'csv');
    expect(accepted(broken).map(([line]) => line)).toEqual([2]);
    expect(rejected(broken)).toEqual([[3, expect.stringContaining('is a line break or a cell missing?')]]);
  });

  it('reads an empty cell as an empty text, to distinguish it from a missing column', async () => {
    const lines = await readAll('id,bio,skills,is_public\n1,,,\n,,,\n', 'csv');
    expect(accepted(lines)).toEqual([[2, { external_id: '1', bio: '', skills: '', is_public: '' }]]);
  });

  it.each([
    ['semicolons, all in quotes', '"E-Mail";"First name";"Skills"\n"a@x.org";"Ann";"felt, silk"\n'],
    ['tabs, all in quotes', '"E-Mail"\t"First name"\t"Skills"\n"a@x.org"\t"Ann"\t"felt, silk"\n'],
    ['vertical bars', 'E-Mail|First name|Skills\na@x.org|Ann|felt, silk\n'],
    ['commas, all in quotes', '"E-Mail","First name","Skills"\n"a@x.org","Ann","felt, silk"\n'],
    [
      'a heading with another separator',
      '"Email";"Shoe size, or ""none""";"first name";"skills"\na@x.org;4;Ann;"felt, silk"\n',
    ],
    [
      'a heading with another separator, without quotes',
      'email;"a\tb";first name;skills, if any;skills\na@x.org;x;Ann;y;felt, silk\n',
    ],
    ['sep=;', 'sep=;\r\nemail;first name;skills\r\na@x.org;Ann;felt, silk\r\n'],
    ['"sep=" in quotes', '"sep=^"\nemail^first name^skills\na@x.org^Ann^felt, silk\n'],
    ['sep= of another file', 'sep=,\nemail;first name;skills\na@x.org;Ann;felt, silk\n'],
    ['CR line ends', 'email,first name,skills\ra@x.org,Ann,"felt, silk"\r'],
    ['CR line ends and a semicolon', '\ufeff"email";"first name";"skills"\r"a@x.org";"Ann";"felt, silk"'],
  ])('reads a table with %s', async (_name, table) => {
    for (const size of [1, 7, 10_000]) {
      const lines = await readAll(table, 'csv', size);
      expect(rejected(lines)).toEqual([]);
      expect(accepted(lines).map(([, record]) => record)).toEqual([
        { email: 'a@x.org', first_name: 'Ann', skills: ['felt', 'silk'] },
      ]);
    }
  });

  it('chooses the separator that gives the rows an identity if several fit the header', async () => {
    const addresses = await readAll('email;\na@x.org;\nb@x.org;\n', 'csv');
    expect(rejected(addresses)).toEqual([]);
    expect(accepted(addresses).map(([, record]) => record['email'])).toEqual(['a@x.org', 'b@x.org']);
    const barred = await readAll('id,skills\nA|1,felt\nA|2,silk\n', 'csv');
    expect(accepted(barred).map(([, record]) => record['external_id'])).toEqual(['A|1', 'A|2']);
    const unusable = await readAll('email,first name\nsoon,Ann\nlater,Ben\n', 'csv');
    expect(accepted(unusable).map(([, record]) => record['first_name'])).toEqual(['Ann', 'Ben']);
  });

  it('rejects a file whose rows have another separator than its header', async () => {
    await expect(readAll('id,email,skills\n1;a@x.org;felt\n2;b@x.org;silk\n', 'csv')).rejects.toThrow(
      /header is separated by comma, and the lines below it are not: use one separator/,
    );
    const short = await readAll('id,email,skills\n1\n2\n', 'csv');
    expect(accepted(short).map(([, record]) => record['external_id'])).toEqual(['1', '2']);
  });

  it('reads UTF-16 without a byte-order mark', async () => {
    for (const swap of [false, true]) {
      const bytes = Buffer.from('id;bio\n1;Zoë, too\n', 'utf16le');
      const lines = await readAll(swap ? bytes.swap16() : bytes, 'csv', 3);
      expect(accepted(lines)).toEqual([[2, { external_id: '1', bio: 'Zoë, too' }]]);
    }
  });

  it('keeps physical line numbers after sep= and through CR', async () => {
    const lines = await readAll('sep=;\rid;bio\r1;"two\rlines"\r\r2;x\r', 'csv', 4);
    expect(accepted(lines)).toEqual([
      [3, { external_id: '1', bio: 'two\nlines' }],
      [6, { external_id: '2', bio: 'x' }],
    ]);
  });

  it('names the separators it tried, and mentions quotes only if they are wrong', async () => {
    const noId = readAll('"What is your name, please?";"Your skills"\nAnn;felt\n', 'csv');
    await expect(noId).rejects.toThrow(
      /it has: What is your name, please\?, Your skills; separators tried: comma, semicolon, tab, vertical bar/,
    );
    await expect(noId).rejects.not.toThrow(/quote/);
    await expect(readAll('id,"never closed\n1,x\n', 'csv')).rejects.toThrow(
      /tried: comma, semicolon, tab, vertical bar.*line 1 opens a quote that never closes/,
    );
  });

  it('splits lists by the separator that most cells of a column use', async () => {
    const lines = await readAll(
      'id,interests\n1,"Chess, Choir"\n2,Chess; Choir\n3,"Choir, Film"\n4,Tea\n',
      'csv',
    );
    expect(accepted(lines).map(([, record]) => record['interests'])).toEqual([
      ['Chess', 'Choir'],
      ['Chess', 'Choir'],
      ['Choir', 'Film'],
      ['Tea'],
    ]);
  });

  it('says what to do if no column identifies members', async () => {
    await expect(readAll('name,skills\nAnn,sewing\n', 'csv')).rejects.toThrow(/"external_id" or "email"/);
    await expect(readAll('', 'csv')).rejects.toThrow(MemberFileInvalid);
  });

  it('rejects an over-long line without keeping it, and continues', async () => {
    const lines = await readAll(`id,bio\n1,${'x'.repeat(1_100_000)}\n2,fine\n`, 'csv', 65_536);
    expect(accepted(lines).map(([line]) => line)).toEqual([3]);
    expect(rejected(lines)).toEqual([[2, expect.stringContaining('1 MB')]]);
  });

  it('tolerates invalid UTF-8', async () => {
    const lines = await readAll(Buffer.from('id,bio\n1,caf\xe9\n2,fine\n', 'latin1'), 'csv');
    expect(accepted(lines)).toEqual([
      [2, { external_id: '1', bio: 'caf\ufffd' }],
      [3, { external_id: '2', bio: 'fine' }],
    ]);
  });

  it('reads back any valid table, from pieces of any size', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ';', ' b') })
      .map((text) => `x${text}y`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (bios, size) => {
          const rows = bios.map((bio, index) => `${index},"${bio.replaceAll('"', '""')}"`);
          const lines = await readAll(['id,bio', ...rows].join('\n'), 'csv', size);
          expect(accepted(lines).map(([, record]) => record['bio'])).toEqual(bios);
          let line = 2;
          for (const [index, bio] of bios.entries()) {
            expect(lines[index]?.line).toBe(line);
            line += bio.split('\n').length;
          }
        },
      ),
    );
  });

  it('reads no further ahead than requested', async () => {
    let pieces = 0;
    const endless = {
      open: () =>
        Readable.from(
          (function* members() {
            yield Buffer.from('id,bio\n');
            for (;;) {
              pieces += 1;
              yield Buffer.from(`${pieces},${'x'.repeat(1000)}\n`);
            }
          })(),
          { objectMode: false },
        ),
    };
    for await (const line of readMembers(endless, 'csv')) {
      if (line.line >= 1000) {
        break;
      }
    }
    expect(pieces).toBeLessThan(1500);
  });
});
