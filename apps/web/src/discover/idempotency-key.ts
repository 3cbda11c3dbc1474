/** A name for one wish, so that a request which is repeated starts no second run. Works without a secure context too. */
export function wishKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
