/** Selects items in order that fit into `most` bytes of JSON together; items that are too long are skipped. */
export function withinBytes<T>(items: readonly T[], most: number): T[] {
  let left = most;
  return items.filter((item) => {
    const bytes = bytesOf(item) + 1;
    const fits = bytes <= left;
    left -= fits ? bytes : 0;
    return fits;
  });
}

/** Bytes of a value as JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
