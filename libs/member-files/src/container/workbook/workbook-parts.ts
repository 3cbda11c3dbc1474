import { posix } from 'node:path';
import { MemberFileInvalid } from '../../source/source.ts';
import { columnNumber, completedSheet } from './sheet-xml.ts';
import { checkSize } from './sheet.ts';
import type { Merge } from './sheet.ts';
import { localName, readXml } from './xml.ts';

/** What the reader of workbooks does not tell of a sheet. */
export interface SheetPart {
  name: string;
  isHidden: boolean;
  merges: Merge[];
}

/**
 * The sheets of an Excel workbook in their order (ECMA-376 part 1, 18.2.19 and 18.3.1.55), after completing their XML and
 * checking their size.
 * @throws MemberFileInvalid if a sheet is larger than a limit, or the parts are not those of a workbook
 */
export function sheetPartsOf(parts: Map<string, Buffer>): SheetPart[] {
  const workbook = [...parts.keys()].find((name) => /(^|\/)workbook\.xml$/i.test(name));
  const folder = posix.dirname(workbook ?? '');
  const relations = parts.get(posix.join(folder, '_rels', `${posix.basename(workbook ?? '')}.rels`));
  if (workbook === undefined || relations === undefined) {
    throw new MemberFileInvalid('the workbook lacks its list of sheets: open it and save it as .xlsx or CSV');
  }
  const targets = new Map<string, string>();
  readXml(relations.toString(), {
    open: (tag, { Id: id = '', Target: target = '' }) => {
      if (tag === 'Relationship') {
        targets.set(id, target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
      }
    },
  });
  const sheets: SheetPart[] = [];
  readXml(parts.get(workbook)?.toString() ?? '', {
    open: (tag, attributes) => {
      if (tag === 'sheet') {
        const { name = '', state = 'visible' } = attributes;
        const relation = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
        const path = targets.get(relation) ?? '';
        const xml = completedSheet(parts.get(path)?.toString('latin1') ?? '');
        if (parts.has(path)) {
          parts.set(path, Buffer.from(xml, 'latin1'));
        }
        checkExtent(name, xml);
        sheets.push({ name, isHidden: state !== 'visible', merges: mergesOf(xml) });
      }
    },
  });
  return sheets;
}

/** Checks the rectangle of the filled cells: the reader makes every place in it. */
function checkExtent(name: string, xml: string): void {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', row] of xml.matchAll(
    /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,7})(\d{1,9})"[^>]*[^>/]>/g,
  )) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnNumber(letters));
  }
  checkSize(name, rows, columns);
}

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, letters = '', first, last] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
  )) {
    merges.push({
      column: columnNumber(letters) - 1,
      firstRow: Number(first) - 1,
      lastRow: Number(last) - 1,
    });
  }
  return merges;
}
