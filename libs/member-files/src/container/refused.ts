import { MemberFileInvalid } from '../source/source.ts';

/** A kind of file that cannot be read: how it begins, and a sentence that says how to get there. */
interface Refusal {
  /** Bytes that it has at `at`, a character a byte. */
  mark: string;
  at?: number;
  sentence: string;
}

const saveSheet = 'open it in a spreadsheet program and save it as .xlsx or CSV';
const picture = 'a picture cannot be read: write its names into a sheet and save it as .xlsx or CSV';
const packed = (kind: string): string =>
  `a ${kind} archive cannot be opened: unpack it and import the file in it`;
const statistics = (kind: string): string => `${kind} cannot be read: export it as CSV with labels`;

const refusals: readonly Refusal[] = [
  {
    mark: '%PDF',
    sentence: 'a PDF cannot be read: ask for the list as .xlsx or CSV, or copy its table into a sheet',
  },
  { mark: '\x89PNG', sentence: picture },
  { mark: '\xff\xd8\xff', sentence: picture },
  { mark: 'GIF8', sentence: picture },
  { mark: 'II*\0', sentence: picture },
  { mark: 'MM\0*', sentence: picture },
  { mark: 'WEBP', at: 8, sentence: picture },
  { mark: 'ftyphei', at: 4, sentence: picture },
  {
    mark: 'SQLite format 3\0',
    sentence: 'an SQLite database cannot be read: export the table of the members as CSV',
  },
  { mark: 'PAR1', sentence: statistics('a Parquet file') },
  { mark: 'ARROW1', sentence: statistics('an Arrow file') },
  { mark: 'Obj\x01', sentence: statistics('an Avro file') },
  { mark: '$FL2', sentence: statistics('an SPSS file (.sav)') },
  { mark: '$FL3', sentence: statistics('an SPSS file (.zsav)') },
  { mark: '<stata_dta>', sentence: statistics('a Stata file (.dta)') },
  { mark: 'RDX', sentence: statistics('an R data file') },
  { mark: 'X\n\0\0\0', sentence: statistics('an R data file') },
  { mark: '7z\xbc\xaf', sentence: packed('7z') },
  { mark: 'Rar!', sentence: packed('RAR') },
  { mark: 'BZh', sentence: packed('bzip2') },
  { mark: '\xfd7zXZ', sentence: packed('xz') },
  { mark: '\x28\xb5\x2f\xfd', sentence: packed('zstd') },
  { mark: 'ustar', at: 257, sentence: packed('tar') },
  {
    mark: '{\\rtf',
    sentence:
      'a formatted text (RTF) cannot be read: copy its table into a sheet and save it as .xlsx or CSV',
  },
];

const oldWorkbook = 'an old Excel workbook (.xls) cannot be read: open it and save it as .xlsx or CSV';

/** How workbooks of Excel 2 to 5 begin where they are in no compound file: a record BOF and its length. */
const oldestWorkbooks = ['\t\0\x04\0', '\t\x02\x06\0', '\t\x04\x06\0', '\t\x08\x08\0', '\t\x08\x10\0'];

const oleMark = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * Refuses a file that is certainly no table of members.
 * @throws MemberFileInvalid that says how to save it
 */
export function refuseUnreadable(head: Buffer): void {
  const begin = head.toString('latin1', 0, 512);
  if (begin.startsWith(oleMark)) {
    throw new MemberFileInvalid(oleSentence(head));
  }
  if (oldestWorkbooks.some((mark) => begin.startsWith(mark))) {
    throw new MemberFileInvalid(oldWorkbook);
  }
  const refusal = refusals.find(({ mark, at = 0 }) => begin.startsWith(mark, at));
  if (refusal !== undefined) {
    throw new MemberFileInvalid(refusal.sentence);
  }
}

/** An old Office file; the names of its parts are in UTF-16. */
function oleSentence(head: Buffer): string {
  const has = (part: string): boolean => head.includes(Buffer.from(part, 'utf16le'));
  if (has('EncryptedPackage')) {
    return 'an Excel workbook protected by a password cannot be read: save it without the password, as .xlsx or CSV';
  }
  if (has('WordDocument')) {
    return 'an old Word document (.doc) cannot be read: copy its table into a sheet and save it as .xlsx or CSV';
  }
  if (has('Workbook') || has('Book')) {
    return oldWorkbook;
  }
  return 'an old Excel workbook (.xls), or one protected by a password, cannot be read: open it and save it as .xlsx or CSV';
}

/**
 * Refuses bytes that are no text of any encoding; a stray zero byte is none of them.
 * @throws MemberFileInvalid that says how to save it
 */
export function refuseBinary(text: string): void {
  const begin = text.slice(0, 4_000);
  const controls =
    begin.match(/\p{Cc}/gu)?.filter((character) => !/[\t\n\v\f\r\u0080-\u009f]/.test(character)) ?? [];
  if (controls.length > 1 && controls.length > begin.length / 50) {
    throw new MemberFileInvalid('the file is no text and of no known kind: save it as .xlsx, CSV or JSON');
  }
}

/**
 * Refuses a text of a kind that holds members but no table.
 * @throws MemberFileInvalid that says how to save it
 */
export function refuseMarkup(text: string): void {
  const begin = text.slice(0, 2_000).trimStart();
  if (/^(<!--[^]*?-->\s*)?<(!doctype\s+html|html|head|body|table|meta)\b/i.test(begin)) {
    throw new MemberFileInvalid(
      `a web page (HTML) cannot be read, also where it is named .xls: ${saveSheet}`,
    );
  }
  if (/^<\?xml\b|^<[a-z][\w:.-]*[\s>]/i.test(begin)) {
    throw new MemberFileInvalid(
      `an XML file cannot be read: ${saveSheet}, or export the members as CSV or JSON`,
    );
  }
  if (/^BEGIN:VCALENDAR\b/i.test(begin)) {
    throw new MemberFileInvalid('a calendar (.ics) has no members: export the contacts as vCard or CSV');
  }
}

/** Sentences for zips by a file in them; the first that fits. */
const zipRefusals: readonly [name: RegExp, sentence: string][] = [
  [
    /^xl\/workbook\.bin$/i,
    'a binary Excel workbook (.xlsb) cannot be read: open it and save it as .xlsx or CSV',
  ],
  [
    /^encrypted-package$/,
    'a spreadsheet protected by a password cannot be read: save it without the password, or as CSV',
  ],
  [
    /^Index\/.*\.iwa$|(^|\/)Index\.zip$/,
    'an Apple Numbers document (.numbers) cannot be read: export it from Numbers as Excel or CSV',
  ],
  [
    /^word\/document\.xml$/i,
    'a Word document (.docx) cannot be read: copy its table into a sheet and save it as .xlsx or CSV',
  ],
  [
    /^ppt\/presentation\.xml$/i,
    'a presentation (.pptx) cannot be read: copy its table into a sheet and save it as .xlsx or CSV',
  ],
];

/**
 * Refuses documents that are zips of parts.
 * @throws MemberFileInvalid that says how to save it
 */
export function refuseDocument(names: readonly string[]): void {
  const refusal = zipRefusals.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (refusal !== undefined) {
    throw new MemberFileInvalid(refusal[1]);
  }
}
