import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readDelimited } from '../../test/delimited-tables.ts';
import { MemberFileInvalid } from '../source/source.ts';
import { openDelimited } from './delimited.ts';

describe('opening a delimited text', () => {
  it.each([
    ['semicolons, all in quotes', '"E-Mail";"First name";"Skills"\n"a@x.org";"Ann";"felt, silk"\n'],
    ['tabs, all in quotes', '"E-Mail"\t"First name"\t"Skills"\n"a@x.org"\t"Ann"\t"felt, silk"\n'],
    ['tabs', 'E-Mail\tFirst name\tSkills\na@x.org\tAnn\tfelt, silk\n'],
    ['vertical bars', 'E-Mail|First name|Skills\na@x.org|Ann|felt, silk\n'],
    ['commas, all in quotes', '"E-Mail","First name","Skills"\r\n"a@x.org","Ann","felt, silk"\r\n'],
    ['apostrophes as quotes', "'E-Mail','First name','Skills'\n'a@x.org','Ann','felt, silk'\n"],
    ['blanks after commas', '"E-Mail", "First name", "Skills"\n"a@x.org", "Ann", "felt, silk"\n'],
    ['sep=;', 'sep=;\r\nE-Mail;First name;Skills\r\na@x.org;Ann;felt, silk\r\n'],
    ['sep=; and a mark', '\ufeffsep=;\nE-Mail;First name;Skills\na@x.org;Ann;felt, silk\n'],
    ['"sep=" in quotes', '"sep=^"\nE-Mail^First name^Skills\na@x.org^Ann^felt, silk\n'],
    ['sep= of another file', 'sep=,\nE-Mail;First name;Skills\na@x.org;Ann;felt, silk\n'],
    ['CR line ends', 'E-Mail,First name,Skills\ra@x.org,Ann,"felt, silk"\r'],
    ['CR line ends and semicolons', '\ufeff"E-Mail";"First name";"Skills"\r"a@x.org";"Ann";"felt, silk"'],
    ['mixed line ends', 'E-Mail,First name,Skills\n\r\na@x.org,Ann,"felt, silk"\r\n\n'],
  ])('reads a table with %s', async (_name, text) => {
    for (const size of [1, 7, 10_000]) {
      const { names, rows, rejected } = await readDelimited(text, size);
      expect(rejected).toEqual([]);
      expect(names).toEqual(['E-Mail', 'First name', 'Skills']);
      expect(rows.map(([, cells]) => cells)).toEqual([['a@x.org', 'Ann', 'felt, silk']]);
    }
  });

  it.each([
    ['carets', '^'],
    ['unit separators', '\u001f'],
    ['colons', ':'],
  ])('takes %s where all rows agree', async (name, mark) => {
    const lines = [
      ['id', 'name', 'skills'],
      ['1', 'Ann', 'felt'],
      ['2', 'Ben', 'silk'],
      ['3', 'Cem', 'tea'],
    ];
    const { format, names, rows } = await readDelimited(lines.map((cells) => cells.join(mark)).join('\n'));
    expect(format).toBe(`CSV separated by ${name}`);
    expect(names).toEqual(['id', 'name', 'skills']);
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['a list of two in every row', 'Skills\nWelding, Baking\nSewing, Felt\nTea, Silk\n', 3],
    ['a list without blanks in every row', 'Skills\nfelt,silk\ntea,film\n', 2],
    ['times', 'Time\n10:30\n11:45\n12:15\n13:00\n', 4],
    ['one value a row', 'email\na@x.org\nb@x.org\n', 2],
  ])('reads one column: %s', async (_name, text, count) => {
    const { names, rows } = await readDelimited(text);
    expect(names).toHaveLength(1);
    expect(rows).toHaveLength(count);
  });

  it.each([
    [
      'lists of two in each row',
      'email;skills\na@x.org;felt, silk\nb@x.org;tea, film\nc@x.org;chess, choir\n',
      2,
    ],
    ['lists without blanks', 'email;skills\na@x.org;felt,silk\nb@x.org;tea,film\nc@x.org;chess,choir\n', 2],
    ['decimal commas', 'name;weight;height\nAnn;1,50;2,5\nBen;2,75;3,5\n', 3],
    ['questions with commas', 'Name;Skills, if any;Interests, if any\nAnn;felt;tea\nBen;silk;film\n', 3],
    ['semicolon lists between commas', 'email,skills\na@x.org,felt;silk\nb@x.org,tea;film\n', 2],
    ['bars in ids between commas', 'id,skills\nA|1,felt\nA|2,silk\n', 2],
  ])('is not misled by %s', async (_name, text, columns) => {
    const { names, rows } = await readDelimited(text);
    expect(names).toHaveLength(columns);
    expect(rows.every(([, cells]) => cells.length === columns)).toBe(true);
  });

  it('keeps physical line numbers after sep=, in CR files and after cells of several lines', async () => {
    const { rows } = await readDelimited('sep=;\rid;bio\r1;"two\rlines"\r\r2;x\r', 4);
    expect(rows).toEqual([
      [3, ['1', 'two\nlines']],
      [6, ['2', 'x']],
    ]);
  });

  it('reads the rows from the beginning at each call', async () => {
    const { table, rows } = await readDelimited('id,bio\n1,x\n2,y\n');
    let again = 0;
    for await (const batch of table.rows()) {
      again += batch.length;
    }
    expect(again).toBe(rows.length);
  });

  it('takes off quotes around whole lines', async () => {
    const { names, rows, notes } = await readDelimited(
      '"name,email,skills"\n"Ada,a@x.org,""felt, silk"""\n"Ben,b@x.org,tea"\n',
    );
    expect(names).toEqual(['name', 'email', 'skills']);
    expect(rows).toEqual([
      [2, ['Ada', 'a@x.org', 'felt, silk']],
      [3, ['Ben', 'b@x.org', 'tea']],
    ]);
    expect(notes).toEqual([expect.stringContaining('in quotes as a whole')]);
    const list = await readDelimited('"Skills"\n"felt,silk"\n"tea,film"\n');
    expect(list.names).toEqual(['Skills']);
  });

  it('finds the header of a long file whose first row opens a quote', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},Ada,silk and felt`).join('\n');
    const read = await readDelimited(`id,name,skills\nx,"Ada,felt\n${rows}\n`, 60_000);
    expect(read.names).toEqual(['id', 'name', 'skills']);
    expect(read.rows).toHaveLength(40_000);
    expect(read.rejected.map(([line]) => line)).toEqual([2]);
  });

  it('takes the marks of spreadsheets off texts that look like numbers', async () => {
    const { rows } = await readDelimited(
      `id,phone,name\n="007",'+49 170 1234567,'t Hooft\n"=""008""",'0170-1,=SUM\n`,
    );
    expect(rows.map(([, cells]) => cells)).toEqual([
      ['007', '+49 170 1234567', "'t Hooft"],
      ['008', '0170-1', '=SUM'],
    ]);
  });

  it('says that a header has no members below it, and throws where there is nothing', async () => {
    const { names, rows, notes } = await readDelimited('email,skills\n');
    expect(names).toEqual(['email', 'skills']);
    expect(rows).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('no members')]);
    for (const nothing of ['', '\n\n', ' ,,\n', '\ufeff']) {
      await expect(readDelimited(nothing)).rejects.toThrow(MemberFileInvalid);
    }
    await expect(readDelimited(`${'a,'.repeat(6000)}b\n`, 10_000)).rejects.toThrow(
      /6001 columns, and at most 5000/,
    );
  });

  it('reads no further ahead than requested', async () => {
    let pieces = 0;
    const source = {
      open: () =>
        Readable.from(
          (function* members() {
            yield Buffer.from('id,bio\n');
            for (let count = 0; count < 5000; count += 1) {
              pieces += 1;
              yield Buffer.from(`${count},${'x'.repeat(1000)}\n`);
            }
          })(),
          { objectMode: false },
        ),
    };
    const table = await openDelimited(source);
    pieces = 0;
    for await (const [row] of table.rows()) {
      if ((row?.line ?? 0) >= 1000) {
        break;
      }
    }
    expect(pieces).toBeLessThan(1500);
  });
});
