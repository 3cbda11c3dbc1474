const names: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/** Possible separators of the cells of a table, most common first. */
export const separators: readonly string[] = Object.keys(names);

/** Name of a separator for messages. */
export function separatorName(separator: string): string {
  return names[separator] ?? `"${separator}"`;
}
