import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFile } from '../../test/members.ts';
import { MemberFileInvalid } from '../source/source.ts';
import { openMembers } from './open-members.ts';

/** The lines of the members with their ids, and the rejected lines with their reasons. */
async function linesOf(content: string | Buffer, size?: number) {
  const { read, rejected } = await readFile(content, { size });
  return {
    taken: read.map(({ line, member }) => `${line} ${member.external_id}`),
    rejected: rejected.map(({ line, rejected: [first] }) => `${line} ${first?.reason}`),
  };
}

describe('a table of text', () => {
  it.each([
    ['semicolons, all in quotes', '"E-Mail";"First name";"Skills"\n"a@x.org";"Ann";"felt, silk"\n'],
    ['tabs, all in quotes', '"E-Mail"\t"First name"\t"Skills"\n"a@x.org"\t"Ann"\t"felt, silk"\n'],
    ['vertical bars', 'E-Mail|First name|Skills\na@x.org|Ann|felt, silk\n'],
    ['commas, all in quotes', '"E-Mail","First name","Skills"\n"a@x.org","Ann","felt, silk"\n'],
    [
      'a heading with another separator',
      '"Email";"Shoe size, or ""none""";"first name";"skills"\na@x.org;4;Ann;"felt, silk"\n',
    ],
    ['sep=;', 'sep=;\r\nemail;first name;skills\r\na@x.org;Ann;felt, silk\r\n'],
    ['"sep=" in quotes', '"sep=^"\nemail^first name^skills\na@x.org^Ann^felt, silk\n'],
    ['sep= of another file', 'sep=,\nemail;first name;skills\na@x.org;Ann;felt, silk\n'],
    ['CR line ends', 'email,first name,skills\ra@x.org,Ann,"felt, silk"\r'],
    ['CR line ends and a semicolon', '\ufeff"email";"first name";"skills"\r"a@x.org";"Ann";"felt, silk"'],
  ])('is read with %s', async (_name, table) => {
    for (const size of [1, 7, 10_000]) {
      const { members, rejected } = await readFile(table, { size });
      expect(rejected).toEqual([]);
      expect(members).toEqual([
        expect.objectContaining({ email: 'a@x.org', first_name: 'Ann', skills: ['felt', 'silk'] }),
      ]);
    }
  });

  it('keeps its physical lines through quoted line breaks, blank lines, CRLF and a byte-order mark', async () => {
    const { read } = await readFile(
      '\ufeffid,bio\r\n1,"first\r\nsecond ""quoted"""\r\n\r\n,\r\n2,plain\r\n"3","last, one"',
    );
    expect(read.map(({ line, member }) => [line, member])).toEqual([
      [2, { external_id: '1', bio: 'first\nsecond "quoted"' }],
      [6, { external_id: '2', bio: 'plain' }],
      [7, { external_id: '3', bio: 'last, one' }],
    ]);
    expect((await linesOf('sep=;\rid;bio\r1;"two\rlines"\r\r2;x y\r', 4)).taken).toEqual(['3 1', '6 2']);
  });

  it('loses only the lines whose quotes never close', async () => {
    const rows = [
      'id,bio,role',
      '1,good,a',
      '2,"never closed,b',
      '3,good,c',
      '4,6" nail,d',
      '5,"good, too",e',
    ];
    const { taken, rejected } = await linesOf(
      [...rows, '6,"two\nlines",g', '7,"open at the end,h', '8,x,i'].join('\n'),
    );
    expect(taken).toEqual(['2 1', '4 3', '5 4', '6 5', '7 6', '10 8']);
    expect(rejected).toEqual([expect.stringMatching(/^3 .*quote/), expect.stringMatching(/^9 .*quote/)]);
  });

  it('takes rows without their last cells, and rejects those that are wider than the header', async () => {
    const { members, rejected } = await readFile('id,bio,role,\n1,a,b\n2,b,c,,\n3\n4,c,d,,e\n');
    expect(members).toEqual([
      { external_id: '1', bio: 'a', role: 'b' },
      { external_id: '2', bio: 'b', role: 'c' },
      { external_id: '3', bio: '', role: '' },
    ]);
    expect(rejected.map(({ line }) => line)).toEqual([5]);
    expect(rejected[0]?.rejected[0]?.reason).toContain('has 5 cells where the header has 3');
  });

  it('loses an over-long line alone', async () => {
    expect(await linesOf(`id,bio\n1,${'x'.repeat(1_100_000)}\n2,fine\n`)).toEqual({
      taken: ['3 2'],
      rejected: [expect.stringMatching(/^2 is longer than 1 MB/)],
    });
  });

  it('is read in UTF-16 with and without a mark, and in Windows-1252', async () => {
    const text = 'id;bio;skills\n1;Zoë, too;"a;b"\n2;Käthe;"b;c"\n';
    const little = Buffer.from(text, 'utf16le');
    const mark = Buffer.from([0xff, 0xfe]);
    const encoded = [
      little,
      Buffer.concat([mark, little]),
      Buffer.from(little).swap16(),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`),
    ];
    for (const bytes of encoded) {
      const { members } = await readFile(bytes, { size: 3 });
      expect(members.map(({ bio }) => bio)).toEqual(['Zoë, too', 'Käthe']);
      expect(members[0]?.skills).toEqual(['a', 'b']);
    }
  });

  it('is read in bounded memory: no further ahead than is asked for', async () => {
    let pieces = 0;
    const source = {
      open: () =>
        Readable.from(
          (function* rows() {
            pieces = 0;
            yield Buffer.from('id,bio\n');
            while (pieces < 20_000) {
              pieces += 1;
              yield Buffer.from(`${pieces},Weaves ${'x'.repeat(300)}.\n`);
            }
          })(),
          { objectMode: false },
        ),
    };
    const reading = await openMembers(source);
    expect(pieces).toBe(20_000);
    let read = 0;
    for await (const batch of reading.members()) {
      read += batch.length;
      if (read >= 100) {
        break;
      }
    }
    expect(pieces).toBeLessThan(read + 5_000);
  });

  it('is read again at each call', async () => {
    const reading = await openMembers({ open: () => Readable.from([Buffer.from('id,bio\n1,a\n2,b\n')]) });
    const places = async (): Promise<number[]> => {
      const lines: number[] = [];
      for await (const batch of reading.members()) {
        lines.push(...batch.map(({ line }) => line));
      }
      return lines;
    };
    expect([await places(), await places()]).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});

describe('a list of records', () => {
  it('keeps the places of items, and rejects what is no record', async () => {
    expect(await linesOf('\ufeff[{"id":"1","skills":["a"]}, 7, {"id":"3"}]', 2)).toEqual({
      taken: ['1 1', '3 3'],
      rejected: [expect.stringMatching(/^2 .*not a JSON object/)],
    });
    expect(await linesOf('\ufeff{"id":1}\r\n\n{broken\n[1]\n"text"\n{"id":2,"bio":"é"}', 3)).toEqual({
      taken: ['1 1', '6 2'],
      rejected: [
        expect.stringMatching(/^3 .*not valid JSON/),
        expect.stringMatching(/^4 .*not a JSON object/),
        expect.stringMatching(/^5 .*not a JSON object/),
      ],
    });
  });

  it('is found under its key, with all else left out', async () => {
    const { taken } = await linesOf(
      '{"total":2,"page":{"members":[{"no":1}]},"members":[{"id":1},{"id":2}],"x":[{}]}',
    );
    expect(taken).toEqual(['1 1', '2 2']);
  });

  it('keeps the items before a break, and says where it broke', async () => {
    for (const size of [3, 100_000]) {
      const { taken, rejected } = await linesOf('[{"id":1},\n{"id":2},\n{"id":3 oops},\n{"id":4}]', size);
      expect(taken).toEqual(['1 1', '2 2']);
      expect(rejected).toEqual([expect.stringMatching(/^3 .*broken near line [23]/)]);
    }
    for (const text of ['[{"id":1},{"id":', '[{"id":1}']) {
      expect((await linesOf(text)).rejected).toEqual([expect.stringMatching(/^2 .*ends too early/)]);
    }
    expect((await linesOf(`[{"id":1},${'['.repeat(100_000)}`)).rejected).toEqual([
      expect.stringMatching(/^2 .*deep/),
    ]);
  });

  it('loses an item longer than 1 MB alone', async () => {
    const long = [`{"bio":"${'x'.repeat(1_000_001)}"}`, `{"skills":[${'1,'.repeat(600_000)}1]}`];
    for (const item of long) {
      for (const text of [`[${item},{"id":2}]`, `${item}\n{"id":2}\n`]) {
        expect(await linesOf(text)).toEqual({
          taken: ['2 2'],
          rejected: [expect.stringMatching(/^1 .*1 MB/)],
        });
      }
    }
  });
});

describe('any file', () => {
  it('without anything in it says what to write', async () => {
    for (const text of ['', '\ufeff', ' \n\n\t\n', '{}']) {
      await expect(readFile(text)).rejects.toThrow(MemberFileInvalid);
    }
  });

  it('of cells at random is read or refused, with every column in the report', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '',
        'x',
        'yes',
        '0',
        '1e5',
        'N/A',
        'a@b.org',
        'Ann Lee',
        'a, b',
        '"',
        "'",
        '[1',
        '{"a":1}',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '😀', '\0'),
        maxLength: 12,
      }),
    );
    const heading = fc.oneof(
      fc.constantFrom('id', 'email', 'name', 'skills', 'is_public', '', 'Q1 [a]'),
      cell,
    );
    const grid = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.tuple(
          fc.array(heading, { minLength: width, maxLength: width }),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
        ),
      );
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        async ([header, rows], mark, isQuoted) => {
          const line = (cells: string[]): string =>
            cells.map((text, at) => (isQuoted || at % 2 === 0 ? quoted(text) : text)).join(mark);
          const content = [header, ...rows].map(line).join('\n');
          try {
            const { report, members } = await readFile(content, { size: 5 });
            expect(report.columns.length).toBeGreaterThan(0);
            expect(new Set(report.columns.map(({ name }) => name)).size).toBe(report.columns.length);
            const ids = members.map(({ external_id, email }) => external_id ?? email);
            expect(new Set(ids).size).toBe(ids.length);
            if (isQuoted && report.notes.length === 0 && rows.length > 2) {
              expect(report.columns.length).toBeGreaterThanOrEqual(header.findLastIndex(Boolean) + 1);
            }
          } catch (error) {
            if (!(error instanceof MemberFileInvalid)) {
              throw error;
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of bytes at random is read or refused', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const starts = fc.constantFrom(
      '',
      '[',
      '{"members":[',
      'PK\u0003\u0004',
      '\u001f\u008b',
      'BEGIN:VCARD\n',
      '- id: 1\n',
      '{"id":1}\n',
      'id,skills\n',
    );
    await fc.assert(
      fc.asyncProperty(starts, bytes, async (start, rest) => {
        try {
          await readFile(Buffer.concat([Buffer.from(start, 'latin1'), rest]), { size: 50 });
        } catch (error) {
          if (!(error instanceof MemberFileInvalid)) {
            throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
