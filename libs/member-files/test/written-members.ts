/** Makers of member files for tests: members drawn at random, written as people and programs write them. */
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import XLSX from 'xlsx';
import { stringify } from 'yaml';

/** A member as it is to be read: every field filled or empty. */
export interface WrittenMember {
  external_id: string;
  email: string;
  first_name: string;
  last_name: string;
  role: string;
  company: string;
  location: string;
  bio: string;
  skills: string[];
  interests: string[];
  is_public: boolean;
}
type Field = keyof WrittenMember;

const labels = [
  'Felt',
  'Silk & wool',
  'Töpfern',
  'Cooking, for many',
  '"Loud" reading',
  "Children's choir",
  'Häkeln (Anfang)',
  'C++',
  'R, the language',
  'Public speaking',
  'E-Bike-Reparatur',
  'Façade design',
];
const topics = ['Tea', 'Chess', 'Bücher', 'Hiking', 'Film & radio', 'Garten', 'Science, popular', 'Jazz'];

/** Draws members who fill every field, and some of the fields that the file has. */
export const writtenMembers: fc.Arbitrary<{ members: WrittenMember[]; fields: Field[] }> = fc.record({
  members: fc
    .array(
      fc.record({
        role: fc.constantFrom('Weaver', 'Head of Wool, Europe', 'Töpferin', 'Librarian', 'Nurse'),
        company: fc.constantFrom('Loom', 'Smith, Sons & Co', 'Müller GmbH', 'The "Barn"', 'City library', ''),
        location: fc.constantFrom('Zürich', 'Bern', 'Ulm', 'St. Gallen', ''),
        bio: fc.constantFrom(
          '',
          'I weave; on Sundays, I rest.',
          'First a nurse.\nNow a "weaver" of rugs.',
          'Ich töpfere, seit ich zehn bin.',
          'Likes long walks, short talks\tand tea.',
        ),
        skills: fc.subarray(labels, { maxLength: 5 }),
        interests: fc.subarray(topics, { maxLength: 4 }),
        is_public: fc.boolean(),
      }),
      { minLength: 3, maxLength: 40 },
    )
    .map((drawn) =>
      drawn.map((member, at) => ({
        ...member,
        // somebody lists several, or no reader could tell how lists are written
        ...(at < 3 ? { skills: labels.slice(at, at + 3), interests: topics.slice(at, at + 3) } : {}),
        external_id: `M${100 + at}`,
        email: `member${at}@example.org`,
        first_name: ['Zoë', 'Ann', 'Jürgen', 'Cy'][at % 4] ?? '',
        last_name: `${['Müller', "O'Neil", 'Ash'][at % 3]}-${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${at > 25 ? 'x' : ''}`,
      })),
    ),
  fields: fc
    .subarray<Field>(
      ['first_name', 'role', 'company', 'location', 'bio', 'skills', 'interests', 'is_public'],
      {
        minLength: 1,
      },
    )
    .map((chosen): Field[] => [
      'external_id',
      'email',
      ...chosen.flatMap((field): Field[] => (field === 'first_name' ? [field, 'last_name'] : [field])),
    ]),
});

/** Wordings of the headings. */
export const headings: Record<string, Record<Field, string>> = {
  plain: {
    external_id: 'external_id',
    email: 'email',
    first_name: 'first_name',
    last_name: 'last_name',
    role: 'role',
    company: 'company',
    location: 'location',
    bio: 'bio',
    skills: 'skills',
    interests: 'interests',
    is_public: 'is_public',
  },
  questions: {
    external_id: 'Member ID',
    email: 'What is your e-mail address?',
    first_name: 'What is your first name?',
    last_name: 'What is your last name?',
    role: 'What is your job title?',
    company: 'Which company do you work for?',
    location: 'Which city do you live in?',
    bio: 'Tell us about yourself',
    skills: 'Which skills do you have?',
    interests: 'What are your interests?',
    is_public: 'May we show your profile in the member directory?',
  },
  German: {
    external_id: 'Mitgliedsnummer',
    email: 'E-Mail',
    first_name: 'Vorname',
    last_name: 'Nachname',
    role: 'Beruf',
    company: 'Firma',
    location: 'Wohnort',
    bio: 'Über mich',
    skills: 'Fähigkeiten',
    interests: 'Interessen',
    is_public: 'Profil öffentlich',
  },
};

/** How lists are written in a cell; `options` gives every label a column. */
export type ListNotation = 'json' | 'semicolons' | 'line feeds' | 'options';
const lists: Record<Exclude<ListNotation, 'options'>, (entries: string[]) => string> = {
  json: (entries) => (entries.length === 0 ? '' : JSON.stringify(entries)),
  semicolons: (entries) => entries.join('; '),
  'line feeds': (entries) => entries.join('\n'),
};

interface Written {
  members: readonly WrittenMember[];
  fields: readonly Field[];
  names: Record<Field, string>;
  notation: ListNotation;
}

/** The members as rows of text below a header. */
export function gridOf({ members, fields, names, notation }: Written): string[][] {
  const columns = fields.flatMap((field): { name: string; cell: (member: WrittenMember) => string }[] => {
    const name = names[field];
    if (field === 'is_public') {
      return [{ name, cell: (member) => (member.is_public ? 'yes' : 'no') }];
    }
    if (field !== 'skills' && field !== 'interests') {
      return [{ name, cell: (member) => member[field] }];
    }
    if (notation !== 'options') {
      return [{ name, cell: (member) => lists[notation](member[field]) }];
    }
    return [...new Set(members.flatMap((member) => member[field]))].map((label) => ({
      name: `${name} [${label}]`,
      cell: (member) => (member[field].includes(label) ? 'Yes' : ''),
    }));
  });
  return [
    columns.map(({ name }) => name),
    ...members.map((member) => columns.map(({ cell }) => cell(member))),
  ];
}

function recordsOf({ members, fields, names }: Written): Record<string, unknown>[] {
  return members.map((member) => Object.fromEntries(fields.map((field) => [names[field], member[field]])));
}

/** How a table of text is written. */
export interface TextForm {
  delimiter: string;
  isQuoted: boolean;
  end: string;
  encoding: 'utf8' | 'utf8 with mark' | 'utf16le' | 'utf16be' | 'windows-1252';
  hasSeparatorLine: boolean;
}

export const textForms: fc.Arbitrary<TextForm> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  isQuoted: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with mark', 'utf16le', 'utf16be', 'windows-1252'),
  hasSeparatorLine: fc.boolean(),
});

/** Writes rows as delimited text. */
export function delimited(grid: readonly string[][], form: TextForm): Buffer {
  const { delimiter, isQuoted, end, hasSeparatorLine } = form;
  const cell = (text: string): string =>
    isQuoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = grid.map((row) => row.map(cell).join(delimiter) + end);
  return encoded((hasSeparatorLine ? `sep=${delimiter}${end}` : '') + lines.join(''), form.encoding);
}

function encoded(text: string, encoding: TextForm['encoding']): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8 with mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
  }
}

/** Writers of workbooks. */
export const workbooks: Record<string, (grid: readonly string[][]) => Promise<Buffer>> = {
  'xlsx by exceljs': async (grid) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Members').addRows([...grid]);
    return Buffer.from(await book.xlsx.writeBuffer());
  },
  'xlsx by SheetJS': async (grid) => Promise.resolve(sheetJs(grid, 'xlsx')),
  'ods by SheetJS': async (grid) => Promise.resolve(sheetJs(grid, 'ods')),
};

function sheetJs(grid: readonly string[][], bookType: 'xlsx' | 'ods'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...grid]), 'Members');
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType });
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError('SheetJS wrote no bytes');
  }
  return Buffer.from(bytes);
}

/** Writers of records. */
export const recordFiles: Record<string, (written: Written) => string> = {
  'JSON list': (written) => JSON.stringify(recordsOf(written)),
  'JSON list over many lines': (written) => JSON.stringify(recordsOf(written), undefined, 2),
  'JSON list under a key': (written) => JSON.stringify({ ok: true, people: recordsOf(written), next: null }),
  'JSON map by id': (written) =>
    JSON.stringify(
      Object.fromEntries(
        recordsOf(written).map((record, at) => [written.members[at]?.external_id ?? '', record]),
      ),
    ),
  NDJSON: (written) =>
    recordsOf(written)
      .map((record) => JSON.stringify(record))
      .join('\n'),
  YAML: (written) => stringify(recordsOf(written)),
};

/** Fields that a card holds under names of their own. */
export const cardFields: readonly Field[] = [
  'external_id',
  'email',
  'first_name',
  'last_name',
  'role',
  'company',
];

/** Writes the members as cards. */
export function cards(members: readonly WrittenMember[], version: '3.0' | '4.0'): string {
  const escaped = (text: string): string =>
    text.replace(/[\\,;]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  return members
    .flatMap((member) => [
      'BEGIN:VCARD',
      `VERSION:${version}`,
      `UID:${member.external_id}`,
      `N:${escaped(member.last_name)};${escaped(member.first_name)};;;`,
      `FN:${escaped(member.first_name)} ${escaped(member.last_name)}`,
      `EMAIL:${member.email}`,
      `TITLE:${escaped(member.role)}`,
      ...(member.company === '' ? [] : [`ORG:${escaped(member.company)}`]),
      ...(member.bio === '' ? [] : [`NOTE:${escaped(member.bio)}`]),
      'END:VCARD',
      '',
    ])
    .join('\r\n');
}

/** Packs bytes, or leaves them. */
export function packed(bytes: string | Buffer, isPacked: boolean): Buffer {
  return isPacked ? gzipSync(bytes) : Buffer.from(bytes);
}
