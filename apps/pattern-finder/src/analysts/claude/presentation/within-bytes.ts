/** Those items, in their order, that take at most so many bytes of JSON together; one that is too long is passed over. */
export function withinBytes<T>(items: readonly T[], most: number): T[] {
  let left = most;
  return items.filter((item) => {
    const bytes = bytesOf(item) + 1;
    const fits = bytes <= left;
    left -= fits ? bytes : 0;
    return fits;
  });
}

/** Bytes of JSON that a value takes. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
