import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import XLSX from 'xlsx';
import { readTable } from '../../../test/tables.ts';

const writtenBy = join(import.meta.dirname, '../../../test/written-by');

/** A workbook by exceljs; `fill` writes its sheets. */
async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet with the given XML in it. */
function workbookOf(sheetData: string, rest = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="M" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${rest}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])));
}

const text = (written: string, place = ''): string =>
  `<c ${place} t="inlineStr"><is><t>${written}</t></is></c>`;

/** An OpenDocument spreadsheet of one sheet with the given XML in it. */
function odsOf(rows: string): Uint8Array {
  return zipSync({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': Buffer.from(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="M">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });
}

const odsText = (written: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${written}</text:p></table:table-cell>`;

describe('reading workbooks', () => {
  const expected = [
    [
      '123456789012',
      'Zoë "Zo" Müller-Lüdenscheidt',
      'zoe@example.org',
      '2024-02-29',
      '2025-07-01T14:30:15',
      'Welding\nBaking',
      'TRUE',
      '12.5',
      'salt, pepper; "and" more',
    ],
    [
      '999999999999999',
      'Ólafur Þór',
      'olafur@example.org',
      '1999-12-31',
      '2025-01-01T00:00:01',
      'Knitting',
      'FALSE',
      '0.1',
      '100% & <b>',
    ],
    ['7', '李小龍', 'li@example.org', '', '', 'Chess', 'TRUE', '1000000', 'a\ttab'],
    [
      '8',
      "O'Brien, Áine",
      'aine@example.org',
      '2020-01-01',
      '2024-06-30T23:59:59',
      '',
      'FALSE',
      '',
      '=not a formula',
    ],
    ['9', 'Mo Maier', 'mo@example.org', '', '', 'Rowing', '', '', ''],
    ['10', 'Pia Maier', 'pia@example.org', '', '', 'Rowing', '', '', ''],
  ];

  it.each([
    'libreoffice/members.ods',
    'libreoffice/members.xlsx',
    'gnumeric/members.ods',
    'gnumeric/members.xlsx',
  ])('reads what %s was written from', async (file) => {
    const { table, names, rows, rejected } = await readTable(readFileSync(join(writtenBy, file)), 1_000);
    expect(names).toEqual([
      'Member ID',
      'Name',
      'Email',
      'Joined',
      'Last seen',
      'Skills',
      'Public',
      'Fee',
      'Note',
    ]);
    expect(rows.map(({ cells }) => names.map((_, at) => cells[at] ?? ''))).toEqual(expected);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7, 8]);
    expect(rejected).toEqual([]);
    expect(table.notes).toContain(
      'Of 3 sheets, "Members" is read (6 rows); not read: "About" (0 rows), "Fees" (39 rows).',
    );
  });

  it.each(['libreoffice', 'gnumeric'])(
    'reads the CSV of %s as its workbooks, but for merged places',
    async (program) => {
      const { names, rows } = await readTable(readFileSync(join(writtenBy, program, 'members.csv')));
      const dates = (cell: unknown): string =>
        (typeof cell === 'string' ? cell : '').replace(
          /^(\d{4})[/-](\d\d)[/-](\d\d)(?: (\d\d:\d\d:\d\d))?$/,
          (_, year, month, day, time) => [`${year}-${month}-${day}`, time].filter(Boolean).join('T'),
        );
      expect(rows.map(({ cells }) => names.map((_, at) => dates(cells[at])))).toEqual(
        expected.map((row) => (row[0] === '10' ? row.with(5, '') : row)),
      );
    },
  );

  it('writes numbers, truths, times and errors of a workbook as people do', async () => {
    const book = await workbook((book) => {
      const sheet = book.addWorksheet('M');
      sheet.addRow(['What', 'Value']);
      sheet.addRow(['id', 123456789012]);
      sheet.addRow(['sum', 0.1 + 0.2]);
      sheet.addRow(['thousands', 100_000]);
      sheet.addRow(['yes', true]);
      sheet.addRow(['error', { error: '#N/A' }]);
      sheet.addRow(['rich', { richText: [{ text: 'a ' }, { text: 'b' }] }]);
      sheet.addRow(['formula', { formula: '1+1', result: 2 }]);
      sheet.addRow(['never computed', { formula: '1+1' }]);
      sheet.addRow(['lines', 'one_x000d_\ntwo\r\nthree']);
      for (const second of [1, 31_104, 86_399]) {
        sheet.addRow([`second ${second}`, new Date(Date.UTC(2026, 1, 3, 0, 0, second))]).getCell(2).numFmt =
          'dd.mm.yyyy hh:mm:ss';
      }
      sheet.addRow(['time', 0.75]).getCell(2).numFmt = 'hh:mm';
    });
    const { rows } = await readTable(book);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['id', '123456789012'],
      ['sum', '0.3'],
      ['thousands', '100000'],
      ['yes', 'TRUE'],
      ['error', ''],
      ['rich', 'a b'],
      ['formula', '2'],
      ['never computed', ''],
      ['lines', 'one\ntwo\nthree'],
      ['second 1', '2026-02-03T00:00:01'],
      ['second 31104', '2026-02-03T08:38:24'],
      ['second 86399', '2026-02-03T23:59:59'],
      ['time', '18:00:00'],
    ]);
  });

  it('reads all seconds of a day, and days of workbooks that count from 1904', async () => {
    const seconds = Array.from({ length: 288 }, (_, at) => at * 300 + (at % 60));
    const rows = seconds.map((second) => [new Date(Date.UTC(2026, 1, 3, 0, 0, second))]);
    const from1904 = await workbook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('M');
      sheet.addRows([['When'], ...rows]);
      sheet.getColumn(1).numFmt = 'yyyy-mm-dd hh:mm:ss';
    });
    const read = await readTable(from1904);
    expect(read.rows.map(({ cells }) => cells[0])).toEqual(
      rows.map(([when]) => when?.toISOString().slice(0, 19).replace('T00:00:00', '')),
    );
  });

  it('gives a merged place to all its rows, and to no other column', async () => {
    const book = await workbook((book) => {
      const sheet = book.addWorksheet('M');
      sheet.addRows([
        ['Name', 'Team', 'Room'],
        ['Ada', 'Choir', 'A'],
        ['Ben', '', ''],
        ['Cem', '', 'C'],
        ['Dan', 'Chess'],
      ]);
      sheet.mergeCells('B2:B4');
      sheet.mergeCells('B5:C5');
    });
    expect((await readTable(book)).records).toEqual([
      { Name: 'Ada', Team: 'Choir', Room: 'A' },
      { Name: 'Ben', Team: 'Choir' },
      { Name: 'Cem', Team: 'Choir', Room: 'C' },
      { Name: 'Dan', Team: 'Chess' },
    ]);
  });

  it('reads the sheet that looks like members, though others are longer or hidden', async () => {
    const book = await workbook((book) => {
      book
        .addWorksheet('Places')
        .addRows(Array.from({ length: 500 }, (_, at) => [at, `place ${at}`, 'x', 'y']));
      book
        .addWorksheet('Old', { state: 'hidden' })
        .addRows([['Name', 'Email'], ...Array.from({ length: 9 }, (_, at) => [`n${at}`, 'a@example.org'])]);
      book.addWorksheet('2026').addRows([
        ['Vorname', 'Nachname', 'E-Mail'],
        ['Ada', 'Ash', 'ada@example.org'],
      ]);
      book.addWorksheet('Empty');
    });
    const { table, records } = await readTable(book);
    expect(records).toEqual([{ Vorname: 'Ada', Nachname: 'Ash', 'E-Mail': 'ada@example.org' }]);
    expect(table.format).toBe('sheet "2026" of an Excel workbook');
    expect(table.notes).toEqual([
      'Of 3 sheets, "2026" is read (1 row); not read: "Places" (499 rows), "Old" (9 rows).',
    ]);
  });

  it('reads cells whose places are left out', async () => {
    const rows = `<row>${text('Name')}${text('Email')}</row><row/><row>${text('Ada')}<c t="n"/>${text('x')}</row>`;
    const { rows: read } = await readTable(workbookOf(rows));
    expect(read).toEqual([{ line: 3, cells: ['Ada', '', 'x'] }]);
  });

  it('refuses a sheet that is larger than the limits before it is built', async () => {
    const far = (place: string, row: number): Uint8Array =>
      workbookOf(
        `<row r="1">${text('Name', 'r="A1"')}</row><row r="${row}">${text('x', `r="${place}${row}"`)}</row>`,
      );
    await expect(readTable(far('XFD', 2))).rejects.toThrow(/sheet "M" has more than 5,000 columns/);
    await expect(readTable(far('ZZ', 1_048_576))).rejects.toThrow(/more than 20,000,000 cells/);
    await expect(readTable(far('A', 2_000_000))).rejects.toThrow(/more than 1,048,576 rows/);
    const wide = (attributes: string, row = ''): string =>
      `<table:table-row ${row}>${odsText('x', attributes)}</table:table-row>`;
    await expect(readTable(odsOf(wide('table:number-columns-repeated="16384"')))).rejects.toThrow(
      /5,000 columns/,
    );
    await expect(
      readTable(odsOf(wide('table:number-columns-repeated="4000"', 'table:number-rows-repeated="1000000"'))),
    ).rejects.toThrow(/20,000,000 cells/);
  });

  it('keeps the blank rows and columns in which sheets end out of the way', async () => {
    const filled = (...cells: string[]): string =>
      `<table:table-row>${cells.map((cell) => odsText(cell)).join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;
    const blank = (rows: number): string =>
      `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const { rows } = await readTable(
      odsOf(filled('Name', 'Email') + blank(3) + filled('Ada', 'a@example.org') + blank(1_048_571)),
    );
    expect(rows).toEqual([{ line: 5, cells: ['Ada', 'a@example.org'] }]);
  });

  it('reads header rows, grouped rows, repeated cells, lines, blanks and notes of OpenDocument sheets', async () => {
    const { rows } = await readTable(
      odsOf(
        `<table:table-header-rows><table:table-row>${odsText('Name')}${odsText('Skills')}${odsText('Since')}</table:table-row></table:table-header-rows>` +
          `<table:table-row-group><table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Ada<text:s text:c="2"/>&amp; <text:span>Co</text:span></text:p></table:table-cell>` +
          `<table:table-cell office:value-type="string"><text:p>one</text:p><text:p>two<text:line-break/>three</text:p></table:table-cell>` +
          `<table:table-cell office:value-type="date" office:date-value="2026-02-03T08:38:23.999999999"><text:p>3.2.</text:p></table:table-cell></table:table-row></table:table-row-group>` +
          `<table:table-row table:number-rows-repeated="2">${odsText('x', 'table:number-columns-repeated="2"')}` +
          `<table:table-cell office:value-type="time" office:time-value="PT36H30M00S"><text:p>36:30</text:p></table:table-cell></table:table-row>` +
          `<table:table-row>${odsText('y')}<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>` +
          `<table:table-cell office:value-type="float" office:value="1.23456789012E+11"><text:p>1,2E+11</text:p></table:table-cell></table:table-row>`,
      ),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Ada  & Co', 'one\ntwo\nthree', '2026-02-03T08:38:24'],
      ['x', 'x', '36:30:00'],
      ['x', 'x', '36:30:00'],
      ['y', '', '123456789012'],
    ]);
  });

  it('reads the rows that another reader counts', async () => {
    for (const file of [
      'libreoffice/members.ods',
      'gnumeric/members.ods',
      'libreoffice/members.xlsx',
      'gnumeric/members.xlsx',
    ]) {
      const bytes = readFileSync(join(writtenBy, file));
      const sheet = XLSX.read(bytes).Sheets.Members ?? {};
      const counted = XLSX.utils.sheet_to_json(sheet, { header: 1, blankrows: false }).length;
      expect((await readTable(bytes, 1_000)).rows).toHaveLength(counted - 1);
    }
  });
});
