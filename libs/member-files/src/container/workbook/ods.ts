import { MemberFileInvalid } from '../../source/source.ts';
import { mostColumns, mostRows } from '../limits.ts';
import { unzip } from '../zip.ts';
import type { ZipEntry } from '../zip.ts';
import { lineFeeds, momentText, numberText, truthText } from './cell-text.ts';
import { checkSize, fillMerges } from './sheet.ts';
import type { Merge, Sheet } from './sheet.ts';
import { readXml } from './xml.ts';

/**
 * The sheets of an OpenDocument spreadsheet as texts (ODF 1.3 part 3, 9.1). An own reader:
 * of the two of hucre 1.0.0 one loses header rows and grouped rows, and the other joins the lines of a cell.
 * @throws MemberFileInvalid if it is broken, protected or larger than a limit
 */
export function readOds(zip: Buffer, entries: readonly ZipEntry[]): Sheet[] {
  const parts = unzip(
    zip,
    entries.filter(({ name }) => name === 'content.xml' || name === 'META-INF/manifest.xml'),
  );
  const content = parts.get('content.xml')?.toString() ?? '';
  if (/<(\w+:)?encryption-data\b/.test(parts.get('META-INF/manifest.xml')?.toString() ?? '')) {
    throw new MemberFileInvalid('the spreadsheet is protected by a password: save it without one, or as CSV');
  }
  const reading = new OdsReading();
  try {
    readXml(content, {
      open: (tag, attributes) => reading.open(tag, attributes),
      close: (tag) => reading.close(tag),
      text: (text) => reading.addText(text),
    });
  } catch (error) {
    if (error instanceof MemberFileInvalid) {
      throw error;
    }
    throw new MemberFileInvalid(
      'the OpenDocument spreadsheet is damaged: open it and save it as .ods, .xlsx or CSV',
      { cause: error },
    );
  }
  return reading.sheets;
}

interface Cell {
  attributes: Record<string, string>;
  repeats: number;
  isCovered: boolean;
  text: string;
  paragraphs: number;
}

/** State of reading one content.xml. Blank rows and cells are kept back until a filled one follows: sheets end in a million. */
class OdsReading {
  readonly sheets: Sheet[] = [];
  private cells = 0;
  private grid: string[][] = [];
  private merges: Merge[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private row: string[] | undefined;
  private rowRepeats = 1;
  private blankRows = 0;
  private blankCells = 0;
  private cell: Cell | undefined;
  private inParagraph = 0;
  /** Depth of notes and drawings in a cell, whose text is none of the cell's. */
  private aside = 0;

  open(tag: string, attributes: Record<string, string>): void {
    switch (tag) {
      case 'style':
        this.style = attributes['style:name'] ?? '';
        break;
      case 'table-properties':
        if (attributes['table:display'] === 'false') {
          this.hiddenStyles.add(this.style);
        }
        break;
      case 'table':
        this.startSheet(attributes);
        break;
      case 'table-row':
        this.row = [];
        this.blankCells = 0;
        this.rowRepeats = repeatsOf(attributes['table:number-rows-repeated']);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.cell = {
          attributes,
          repeats: repeatsOf(attributes['table:number-columns-repeated']),
          isCovered: tag === 'covered-table-cell',
          text: '',
          paragraphs: 0,
        };
        break;
      case 'annotation':
      case 'shapes':
      case 'frame':
        this.aside += 1;
        break;
      default:
        this.openText(tag, attributes);
    }
  }

  close(tag: string): void {
    switch (tag) {
      case 'annotation':
      case 'shapes':
      case 'frame':
        this.aside -= 1;
        break;
      case 'p':
        this.inParagraph -= 1;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.endCell();
        break;
      case 'table-row':
        this.endRow();
        break;
      case 'table':
        this.endSheet();
        break;
      default:
    }
  }

  addText(text: string): void {
    if (this.cell !== undefined && this.inParagraph > 0 && this.aside === 0) {
      this.cell.text += text;
    }
  }

  private openText(tag: string, attributes: Record<string, string>): void {
    if (tag === 'p') {
      this.inParagraph += 1;
      if (this.cell !== undefined && this.aside === 0) {
        this.cell.text += this.cell.paragraphs > 0 ? '\n' : '';
        this.cell.paragraphs += 1;
      }
    } else if (tag === 's') {
      this.addText(' '.repeat(Math.min(repeatsOf(attributes['text:c']), 1_000)));
    } else if (tag === 'line-break') {
      this.addText('\n');
    } else if (tag === 'tab') {
      this.addText('\t');
    }
  }

  private startSheet(attributes: Record<string, string>): void {
    this.grid = [];
    this.merges = [];
    this.blankRows = 0;
    const isHidden = this.hiddenStyles.has(attributes['table:style-name'] ?? '');
    this.sheets.push({ name: attributes['table:name'] ?? '', isHidden, grid: this.grid });
  }

  private endCell(): void {
    const { cell, row } = this;
    this.cell = undefined;
    if (cell === undefined || row === undefined) {
      return;
    }
    const text = cell.isCovered ? '' : textOf(cell);
    if (text === '') {
      this.blankCells += cell.repeats;
      return;
    }
    const rowsSpanned = repeatsOf(cell.attributes['table:number-rows-spanned']);
    const column = row.length + this.blankCells;
    if (column + cell.repeats > mostColumns) {
      this.checkSheet(1, column + cell.repeats);
    }
    for (; this.blankCells > 0; this.blankCells -= 1) {
      row.push('');
    }
    for (let repeat = 0; repeat < cell.repeats; repeat += 1) {
      row.push(text);
    }
    if (rowsSpanned > 1) {
      const firstRow = this.grid.length + this.blankRows;
      this.merges.push({ column, firstRow, lastRow: firstRow + rowsSpanned - 1 });
    }
  }

  private endRow(): void {
    const { row } = this;
    this.row = undefined;
    if (row === undefined) {
      return;
    }
    if (row.length === 0) {
      this.blankRows += this.rowRepeats;
      return;
    }
    this.cells += row.length * this.rowRepeats;
    this.checkSheet(this.grid.length + this.blankRows + this.rowRepeats, row.length);
    for (; this.blankRows > 0; this.blankRows -= 1) {
      this.grid.push([]);
    }
    for (let repeat = 0; repeat < this.rowRepeats; repeat += 1) {
      this.grid.push(repeat === 0 ? row : [...row]);
    }
  }

  private endSheet(): void {
    // blank rows at the end may still belong to a merged place
    const end = Math.max(0, ...this.merges.map(({ lastRow }) => lastRow + 1));
    for (; this.blankRows > 0 && this.grid.length < Math.min(end, mostRows); this.blankRows -= 1) {
      this.grid.push([]);
    }
    fillMerges(this.grid, this.merges);
  }

  private checkSheet(rows: number, columns: number): void {
    checkSize(this.sheets.at(-1)?.name ?? '', rows, columns, this.cells);
  }
}

function textOf({ attributes, text, paragraphs }: Cell): string {
  if (attributes['calcext:value-type'] === 'error') {
    return '';
  }
  const value = attributes['office:value'];
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      // a truth that came from another kind of workbook is the formula TRUE(), a number shown as a word
      return value === undefined || (/^[01]$/.test(value) && /^\p{L}+$/u.test(text))
        ? truthWord(value, text)
        : numberText(value);
    case 'boolean':
      return truthText(attributes['office:boolean-value'] === 'true');
    case 'date':
      return dateText(attributes['office:date-value'] ?? '') || text;
    case 'time':
      return durationText(attributes['office:time-value'] ?? '') || text;
    default:
      return lineFeeds(paragraphs > 0 ? text : (attributes['office:string-value'] ?? ''));
  }
}

function truthWord(value: string | undefined, text: string): string {
  return value === undefined ? text : truthText(value === '1');
}

/** A date as ISO 8601, without the fractions of a second that spreadsheets write. */
function dateText(value: string): string {
  return /^\d{4}-\d\d-\d\d(T|$)/.test(value)
    ? momentText(new Date(`${value.replace(/Z$/, '')}${value.includes('T') ? 'Z' : ''}`))
    : value;
}

/** A duration ("PT36H30M00S") as spreadsheets show it, "36:30:00". */
function durationText(value: string): string {
  const [, hours, minutes = '0', seconds = '0'] =
    /^PT(\d+)H(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value) ?? [];
  return hours === undefined ? '' : [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
}

function repeatsOf(count: string | undefined): number {
  const number = Number(count ?? '1');
  return Number.isInteger(number) && number > 0 ? number : 1;
}
