import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import XLSX from 'xlsx';
import { readTable, rowsOf, sourceInPieces } from '../../test/tables.ts';
import { MemberFileInvalid } from '../source/source.ts';
import { gunzipped } from './bytes.ts';
import { openTable } from './open-table.ts';

const cells = [
  ['Email', 'Name', 'Skills'],
  ['ada@example.org', 'Ada Müller', 'Welding'],
  ['ben@example.org', 'Ben Óg', 'Baking'],
];
const records = cells.slice(1).map(([Email, Name, Skills]) => ({ Email, Name, Skills }));
const json = records.map((record) => JSON.stringify(record));

/** The same two members in each kind of file. */
const kinds: Record<string, string | Uint8Array> = {
  CSV: cells.map((row) => row.join(',')).join('\n'),
  'an object a line': json.join('\n'),
  'a JSON list': `[${json.join(',\n')}]`,
  'JSON, one object after another': records.map((record) => JSON.stringify(record, null, 2)).join('\n'),
  YAML: records
    .map(({ Email, Name, Skills }) => `- Email: ${Email}\n  Name: ${Name}\n  Skills: ${Skills}\n`)
    .join(''),
  'an Excel workbook': workbook('xlsx'),
  'an OpenDocument spreadsheet': workbook('ods'),
};

function workbook(bookType: 'xlsx' | 'ods' | 'xlsb' | 'biff8' | 'biff2'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'Members');
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType });
  return bytes as Buffer;
}

const bytesOf = (content: string | Uint8Array): Uint8Array => Buffer.from(content);

describe('opening a file as a table', () => {
  it.each(Object.entries(kinds))(
    'reads %s, packed by gzip or zip too, twice the same',
    async (_, content) => {
      const zip = zipSync({ 'members.data': bytesOf(content) });
      for (const packed of [content, gzipSync(content), zip, gzipSync(zip)]) {
        const read = await readTable(packed);
        expect(read.records).toEqual(records);
        expect(read.rejected).toEqual([]);
        expect(await rowsOf(read.table)).toEqual({ rows: read.rows, rejected: [] });
      }
    },
  );

  it('says in the format what is packed', async () => {
    const { table } = await readTable(gzipSync(kinds['an Excel workbook'] ?? ''));
    expect(table.format).toBe('sheet "Members" of an Excel workbook, in a gzip');
    expect(table.position).toBe('row');
  });

  it('takes text for what it is: a header in brackets or with a colon is a table', async () => {
    for (const [text, kind] of [
      ['[ID],[Name]\n1,Ada\n', /^(CSV|Text)/],
      ['{id},{name}\n1,Ada\n', /^(CSV|Text)/],
      ['Name: first,Email: private\nAda,a@example.org\n', /^(CSV|Text)/],
      ['Name:\nAda\nBen\n', /^(CSV|Text)/],
      ['- Name,Email\n', /^(CSV|Text)/],
      ['Name,Email\nAda\0,a@example.org\n', /^(CSV|Text)/],
      ['\ufeff\n  [ {"id": 1} ]', /^JSON/],
      ['# exported\n---\nmembers:\n  - id: 1\n', /^YAML/],
      ['{"id":1}\n\n{broken\n{"id":2}\n', /^NDJSON/],
      ['\ufeffBEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n', /^vCard/],
      ['{"id":1,"email":"a@example.org"}', /^JSON/],
    ] as const) {
      expect((await readTable(text)).table.format).toMatch(kind);
    }
    expect((await readTable(Buffer.from('{"id":1}\n{"id":2}\n', 'utf16le'))).records).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  it.each([
    ['an old workbook', workbook('biff8'), /old Excel workbook \(\.xls\).*save it as \.xlsx or CSV/],
    ['a still older workbook', workbook('biff2'), /old Excel workbook \(\.xls\)/],
    ['a binary workbook', workbook('xlsb'), /\.xlsb.*save it as/],
    ['a protected workbook', ole('EncryptedPackage'), /password/],
    ['another old document', ole('WordDocument'), /Word/],
    ['a protected OpenDocument spreadsheet', protectedOds(), /password/],
    ['one of ODF 1.4', zipSync({ mimetype: bytesOf(''), 'encrypted-package': bytesOf('x') }), /password/],
    ['a Numbers document', zipSync({ 'Index/Document.iwa': bytesOf('x') }), /\.numbers.*export/],
    ['an older Numbers document', zipSync({ 'Index.zip': bytesOf('x') }), /\.numbers.*export/],
    ['a Word document', zipSync({ 'word/document.xml': bytesOf('x') }), /\.docx/],
    [
      'an OpenDocument text',
      zipSync({ mimetype: bytesOf('application/vnd.oasis.opendocument.text'), 'content.xml': bytesOf('') }),
      /text/,
    ],
    ['a PDF', '%PDF-1.7\n', /PDF.*\.xlsx or CSV/],
    ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), /picture/],
    ['a database', 'SQLite format 3\0', /SQLite.*CSV/],
    ['a Parquet file', 'PAR1\0\0', /Parquet.*CSV/],
    ['an SPSS file', '$FL2@(#) SPSS DATA FILE', /SPSS.*CSV/],
    ['a web page named .xls', '<html><table><tr><td>Name</td></tr></table>', /HTML.*save it as/],
    ['XML', '<?xml version="1.0"?><members/>', /XML/],
    ['a calendar', 'BEGIN:VCALENDAR\n', /calendar/],
    ['unknown bytes', Buffer.from([1, 0, 2, 0, 0, 0, 0, 9]), /no text/],
    ['an empty file', '', /empty/],
    ['a blank file', '\ufeff \n\n', /empty/],
    ['an empty gzip', gzipSync(''), /empty/],
    ['an empty zip', zipSync({}), /empty/],
    ['an empty workbook', emptyWorkbook(), /no filled cell/],
    ['a gzip cut short', gzipSync('Email,Name\na@example.org,Ada\n').subarray(0, 30), /gzip is damaged/],
    ['a zip cut short', workbook('xlsx').subarray(0, 500), /damaged or incomplete/],
    [
      'archives in archives',
      gzipSync(gzipSync(gzipSync(gzipSync('Email\na@example.org\n')))),
      /too many archives/,
    ],
  ])('refuses %s with a sentence on what to do', async (_, content, sentence) => {
    const reading = readTable(content);
    await expect(reading).rejects.toThrow(MemberFileInvalid);
    await expect(reading).rejects.toThrow(sentence);
  });

  it('opens the only data file of a zip, and names the files where there are several', async () => {
    const csv = bytesOf(kinds.CSV ?? '');
    const only = await readTable(
      zipSync({
        'export/': bytesOf(''),
        'export/members.csv': csv,
        'README.txt': csv,
        '__MACOSX/export/._members.csv': csv,
        '.DS_Store': csv,
      }),
    );
    expect(only.records).toEqual(records);
    expect(only.table.notes).toContain('"export/members.csv" in the zip is read.');
    await expect(readTable(zipSync({ 'users.json': csv, 'channels.json': csv }))).rejects.toThrow(
      /2 files \("users.json", "channels.json"\): unpack it/,
    );
  });

  it('stops unpacking at the limit', async () => {
    const source = sourceInPieces(gzipSync(Buffer.alloc(200_000, 'a')), 50);
    let length = 0;
    const reading = (async () => {
      for await (const piece of gunzipped(source, 100_000).open() as AsyncIterable<Buffer>) {
        length += piece.length;
      }
    })();
    await expect(reading).rejects.toThrow(/unpacks to more than/);
    expect(length).toBeLessThanOrEqual(100_000);
  });

  it('passes on an error of the source', async () => {
    const gone = {
      open: () => {
        throw new Error('the file is gone');
      },
    };
    await expect(openTable(gone)).rejects.toThrow('the file is gone');
  });
});

/** The beginning of a compound file with a part of the given name. */
function ole(part: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_024),
    Buffer.from(part, 'utf16le'),
  ]);
}

function emptyWorkbook(): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([]), 'Sheet1');
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
  return bytes as Buffer;
}

function protectedOds(): Uint8Array {
  return zipSync({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': Buffer.from([1, 2, 3]),
    'META-INF/manifest.xml': Buffer.from(
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    ),
  });
}
