/** The cell between two places of a text, without the blanks around it and what spreadsheets add to keep a text a text. */
export function cleaned(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) {
    start += 1;
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end -= 1;
  }
  const cell = text.slice(start, end);
  const first = cell.charCodeAt(0);
  return first === 61 || first === 39 ? withoutSpreadsheetMarks(cell) : cell;
}

/** A cell that stood in quotes; the blanks in them belong to it. */
export function cleanedQuoted(cell: string): string {
  const text = cell.includes('\r') ? cell.replaceAll(/\r\n?/g, '\n') : cell;
  const first = text.charCodeAt(0);
  return first === 61 || first === 39 ? withoutSpreadsheetMarks(text) : text;
}

/** `="007"` is 007; the apostrophe before a number or a telephone number only keeps it a text. */
function withoutSpreadsheetMarks(cell: string): string {
  if (cell.startsWith('="') && cell.endsWith('"') && cell.length > 2) {
    return cell.slice(2, -1).replaceAll('""', '"');
  }
  return /^'[+(]?\d[\d\s()./,-]*$/.test(cell) ? cell.slice(1) : cell;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff;
}
