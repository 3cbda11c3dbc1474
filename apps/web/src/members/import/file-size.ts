const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Formats the size of a file: "812 kB". */
export function formatSize(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(value)} ${units[step] ?? 'bytes'}`;
}
