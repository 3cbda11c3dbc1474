import Table from 'cli-table3';

/** Prints a line on standard output. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints measurements: a table for people, then all values as one line of JSON. */
export function printResults(
  head: readonly string[],
  rows: readonly (string | number)[][],
  figures: object,
): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows);
  printLine(table.toString());
  printLine(JSON.stringify(figures));
}

/** Formats a number for a table. */
export function rounded(value: number, digits = 1): string {
  return value.toFixed(digits);
}
