import { MemberFileInvalid } from '../source/source.ts';
import type { MemberSource } from '../source/source.ts';
import { textOf } from '../source/text.ts';
import { openDelimited } from '../table/delimited.ts';
import type { Table } from '../table/table.ts';
import { bytesOf, gunzipped, headOf, sourceOfBytes } from './bytes.ts';
import { openCards } from './cards/cards.ts';
import { deepestContainer, headSize, largestInMemory } from './limits.ts';
import { openJson } from './records/json.ts';
import { openNdjson } from './records/ndjson.ts';
import { openYaml } from './records/yaml.ts';
import { refuseBinary, refuseDocument, refuseMarkup, refuseUnreadable } from './refused.ts';
import { textKindOf } from './text-kind.ts';
import type { TextKind } from './text-kind.ts';
import { openCardText, openInUtf8 } from './utf8.ts';
import { readOds } from './workbook/ods.ts';
import { tableOfSheets } from './workbook/table-of-sheets.ts';
import { readXlsx } from './workbook/xlsx.ts';
import { entriesOf, unzip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** A zip, an empty one, and one of several volumes. */
const zipMarks = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

const openers: Record<TextKind, (source: MemberSource) => Promise<Table>> = {
  vcard: async (source) => openCardText(source, openCards),
  ndjson: async (source) => openInUtf8(source, openNdjson),
  json: async (source) => openInUtf8(source, openJson),
  yaml: async (source) => openInUtf8(source, openYaml),
  delimited: openDelimited,
};

/**
 * Opens a file of members as a table. What it is, is told by its content; its name is never asked.
 * @throws MemberFileInvalid if it is no table of members; the message says how to save it
 */
export function openTable(source: MemberSource): Promise<Table> {
  return openAt(source, 0);
}

async function openAt(source: MemberSource, depth: number): Promise<Table> {
  if (depth > deepestContainer) {
    throw new MemberFileInvalid(
      'the file is packed in too many archives: unpack it, and import the file in them',
    );
  }
  const head = await headOf(source, headSize);
  if (head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b) {
    const table = await openAt(gunzipped(source), depth + 1);
    table.format += ', in a gzip';
    return table;
  }
  if (zipMarks.includes(head.toString('latin1', 0, 4))) {
    return openZip(await bytesOf(source, largestInMemory, 'the file'), depth);
  }
  refuseUnreadable(head);
  const text = await beginOf(head);
  if (text.trim() === '') {
    throw new MemberFileInvalid(
      'the file is empty: it needs a line with the headings and a line for each member',
    );
  }
  refuseBinary(text);
  refuseMarkup(text);
  return openers[textKindOf(text, head.length < headSize)](source);
}

async function beginOf(head: Buffer): Promise<string> {
  let text = '';
  for await (const piece of textOf(sourceOfBytes(head))) {
    text += piece;
  }
  return text;
}

async function openZip(zip: Buffer, depth: number): Promise<Table> {
  const entries = entriesOf(zip);
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) {
    return tableOfSheets(await readXlsx(zip, entries), 'an Excel workbook');
  }
  refuseDocument(names);
  if (names.includes('mimetype') && names.includes('content.xml')) {
    const type =
      unzip(
        zip,
        entries.filter(({ name }) => name === 'mimetype'),
      )
        .get('mimetype')
        ?.toString() ?? '';
    if (!type.includes('opendocument.spreadsheet')) {
      throw new MemberFileInvalid(
        'an OpenDocument text or presentation cannot be read: copy its table into a sheet and save it as .ods or CSV',
      );
    }
    return tableOfSheets(readOds(zip, entries), 'an OpenDocument spreadsheet');
  }
  return openPacked(zip, entries, depth);
}

const dataNames = /\.(?:csv|tsv|tab|txt|json|ndjson|jsonl|xlsx|ods|ya?ml|vcf|vcard|gz)$/i;

/** Opens the only file in a zip, or the only one beside others that hold no data, such as a note to the reader. */
async function openPacked(zip: Buffer, entries: readonly ZipEntry[], depth: number): Promise<Table> {
  const files = entries.filter(({ name }) => !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name));
  const withData = files.filter(({ name }) => dataNames.test(name) && !/(^|\/)read-?me\b/i.test(name));
  const [file, ...others] = files.length === 1 ? files : withData;
  if (file === undefined || others.length > 0) {
    const names = (withData.length > 0 ? withData : files).map(({ name }) => `"${name}"`);
    const listed =
      names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
    throw new MemberFileInvalid(
      names.length === 0
        ? 'the zip is empty: pack the file with the members into it, or import that file itself'
        : `the zip holds ${files.length} files (${listed}): unpack it and import the one with the members`,
    );
  }
  const bytes = unzip(zip, [file]).get(file.name) ?? Buffer.alloc(0);
  const table = await openAt(sourceOfBytes(bytes), depth + 1);
  table.format += `, in a zip`;
  table.notes.unshift(`"${file.name}" in the zip is read.`);
  return table;
}
