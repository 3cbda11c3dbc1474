const names: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/** What may separate the cells of a table, the most common first. */
export const separators: readonly string[] = Object.keys(names);

/** A separator by its name, as a message tells it. */
export function separatorName(separator: string): string {
  return names[separator] ?? `"${separator}"`;
}
