const cellTags = /<(\w+:)?(row|c)(?=[\s/>])([^>]*)>/g;

/**
 * The XML of a sheet with what the reader wants and writers leave out: the places of rows and cells, which are optional
 * (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73), and in sheets of Gnumeric the format of a cell, which is that of its column.
 */
export function completedSheet(xml: string): string {
  if (!/<(\w+:)?sheetData[\s/>]/.test(xml)) {
    // a sheet that is a chart, at which the reader fails
    return '<worksheet><sheetData/></worksheet>';
  }
  const styles = xml.includes('www.gnumeric.org') ? columnStyles(xml) : undefined;
  if (styles === undefined && !/<(\w+:)?c(?=[\s/>])(?![^>]*\sr=)/.test(xml)) {
    return xml;
  }
  let row = 0;
  let column = 0;
  return xml.replaceAll(cellTags, (_tag, prefix = '', name: string, attributes: string) => {
    const place = /\sr="([A-Z]*)(\d+)"/.exec(attributes);
    let added: string;
    if (name === 'row') {
      [row, column] = [place === null ? row + 1 : Number(place[2]), 0];
      added = place === null ? ` r="${row}"` : '';
    } else {
      column = place === null ? column + 1 : columnNumber(place[1] ?? '');
      added = place === null ? ` r="${columnLetters(column)}${row}"` : '';
      const style = styles?.find(({ first, last }) => first <= column && column <= last);
      added += style === undefined || /\ss=/.test(attributes) ? '' : ` s="${style.id}"`;
    }
    return `<${String(prefix)}${name}${added}${attributes}>`;
  });
}

/** Number of a column from 1, by its letters. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

interface ColumnStyle {
  first: number;
  last: number;
  id: number;
}

function columnStyles(xml: string): ColumnStyle[] {
  return [...xml.matchAll(/<(?:\w+:)?col\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const valueOf = (name: string): number =>
      Number(new RegExp(`(?:^|\\s)${name}="(\\d+)"`).exec(attributes)?.[1] ?? Number.NaN);
    const style = { first: valueOf('min'), last: valueOf('max'), id: valueOf('style') };
    return Number.isNaN(style.first + style.last + style.id) ? [] : [style];
  });
}
