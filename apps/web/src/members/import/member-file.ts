const types: Record<string, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
};

/** Endings of the files that can be imported. */
export const endings = Object.keys(types).map((ending) => `.${ending}`);

/** As what a file is sent; undefined where its name ends in none of the endings. */
export function typeOfFile(name: string): string | undefined {
  return types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The size of a file: "812 kB". */
export function sizeInWords(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(value)} ${units[step] ?? 'bytes'}`;
}
