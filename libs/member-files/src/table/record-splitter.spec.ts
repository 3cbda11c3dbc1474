import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readDelimited } from '../../test/delimited-tables.ts';
import { RecordSplitter } from './record-splitter.ts';

function split(
  text: string,
  { delimiter = ',', quote = '"', size = 5, width = undefined as number | undefined } = {},
) {
  const splitter = new RecordSplitter({ delimiter, quote }, width);
  const rows = [];
  for (let at = 0; at < text.length; at += size) {
    rows.push(...splitter.push(text.slice(at, at + size)));
  }
  rows.push(...splitter.push('', true));
  return rows;
}

const cellsOf = (rows: ReturnType<typeof split>): unknown[] =>
  rows.map((row) => ('cells' in row ? row.cells : row.rejected.reason));

describe('splitting records', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r\n', "'", ' ', '😀'),
    maxLength: 8,
  });
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    );

  it('reads back what csv-stringify writes, from pieces of any size', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|', '\u001f'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, end, size) => {
          const text = stringify(rows, { delimiter, record_delimiter: end, quoted: true });
          const expected = rows
            .map((cells) => cells.map((value) => value.replaceAll('\r\n', '\n')))
            .filter((cells) => cells.some((value) => value !== ''));
          const read = split(text, { delimiter, size, width: rows[0]?.length }).map((row) =>
            'cells' in row ? row.cells : [],
          );
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with csv-parse on tables with quotes only where needed', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '|'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, size) => {
          const text = stringify(rows, { delimiter, quoted_match: /^\s|\s$|'|=|\r/ });
          const expected: string[][] = parse(text, { delimiter, trim: true, relax_column_count: true });
          const read = split(text, { delimiter, size, width: rows[0]?.length }).map((row) =>
            'cells' in row ? row.cells : [],
          );
          expect(read).toEqual(
            expected
              .map((cells) => cells.map((value) => value.replaceAll('\r\n', '\n')))
              .filter((cells) => cells.some((value) => value !== '')),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads cells of several lines with their line numbers, and blanks within quotes', () => {
    const rows = split('1,"first\r\nsecond ""quoted""" \r\n\r\n2, plain \n3," kept "', { width: 2 });
    expect(rows).toEqual([
      { line: 1, cells: ['1', 'first\nsecond "quoted"'] },
      { line: 4, cells: ['2', 'plain'] },
      { line: 5, cells: ['3', ' kept '] },
    ]);
  });

  it('takes quotes within cells literally, and reads quotes that are not doubled where the cells add up', () => {
    const rows = split(
      [
        '1,5" pipe,a',
        '2,"the "big" one, here",b',
        '3,"Bob" Smith,c',
        '4,"say \\"hi, you\\"",d',
        '5,x"y"z,e',
      ].join('\n'),
      { width: 3 },
    );
    expect(cellsOf(rows)).toEqual([
      ['1', '5" pipe', 'a'],
      ['2', 'the "big" one, here', 'b'],
      ['3', '"Bob" Smith', 'c'],
      ['4', 'say "hi, you"', 'd'],
      ['5', 'x"y"z', 'e'],
    ]);
  });

  it('rejects only the line whose quote never closes, wherever it would have closed', () => {
    for (const size of [1, 7, 1000]) {
      const rows = split(
        [
          '1,good,a',
          '2,"never closed,b',
          '3,good,c',
          '4,6" nail,d',
          '5,"good, too",e',
          '6,"two\nlines",g',
          '7,"open at the end,h',
          '8,good,i',
        ].join('\n'),
        { width: 3, size },
      );
      const rejected = rows.filter((row) => 'rejected' in row);
      expect(rejected.map((row) => row.line)).toEqual([2, 8]);
      expect(rows.filter((row) => 'cells' in row).map((row) => row.cells[0])).toEqual([
        '1',
        '3',
        '4',
        '5',
        '6',
        '8',
      ]);
      expect(JSON.stringify(rejected)).toMatch(/quote that never closes/);
    }
  });

  it('does not let a stray quote swallow good lines up to the next quoted cell', () => {
    const rows = split('1,"stray,a\n2,good,b\n3,good,c\n4,"",d\n5,good,"e"\n', { width: 3 });
    expect(rows.filter((row) => 'cells' in row).map((row) => row.cells[0])).toEqual(['2', '3', '4', '5']);
  });

  it('rejects what is left of a record whose quotes are wrong', () => {
    const rows = split('1,"He said "hi"\nand left",x\n2,good,y\n', { width: 3 });
    expect(rows.filter((row) => 'cells' in row).map((row) => row.cells[0])).toEqual(['2']);
    expect(rows.filter((row) => 'rejected' in row).map((row) => row.line)).toEqual([1, 2]);
  });

  it('rejects an over-long line without keeping it, and continues', async () => {
    const { rows, rejected } = await readDelimited(`id,bio\n1,${'x'.repeat(1_100_000)}\n2,fine\n`, 65_536);
    expect(rows.map(([line]) => line)).toEqual([3]);
    expect(rejected).toEqual([[2, expect.stringContaining('1 MB')]]);
  });
});

describe('a file whose quotes never close', () => {
  it('is not read again for each of its lines', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},"open,""${'x'.repeat(80)}`);
    const rows = split(`${lines.join('\n')}\n99,closed,b\n`, { width: 3, size: 65_536 });
    expect(rows).toHaveLength(lines.length + 1);
    expect(rows.at(-1)).toEqual({ line: lines.length + 1, cells: ['99', 'closed', 'b'] });
  }, 20_000);
});
