/** Largest file kept in memory as it is (workbooks, zips, YAML), in bytes. */
export const largestInMemory = 256 * 2 ** 20;

/** Most bytes that the parts of one zip, and so of one workbook, may unpack to: a text of V8 holds 512 MB. */
export const largestUnpackedZip = 500 * 2 ** 20;

/** Most bytes that a gzip may unpack to; it is read as a stream. */
export const largestUnpackedGzip = 8 * 2 ** 30;

/** Largest YAML text, in bytes: it is parsed as a whole, which takes a hundred times its size in memory. */
export const largestYaml = 10 * 2 ** 20;

/** Most rows of a sheet: what a spreadsheet can hold. */
export const mostRows = 1_048_576;

/** Most columns of a table, and most different keys of the records of a file. */
export const mostColumns = 5_000;

/** Most cells (rows times columns) of all sheets of a workbook. */
export const mostCells = 20_000_000;

/** Files that lie in one another, such as a gzip in a zip. */
export const deepestContainer = 3;

/** Bytes at the beginning of a file by which its kind is told. */
export const headSize = 1_100_000;

/** A size for people, from bytes. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`;
}
