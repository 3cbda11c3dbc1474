/** Values in DER, the distinguished encoding rules of ASN.1 (X.690), as far as certificates need them. */

/** Encodes a value: its tag, its length, its content. */
function tagged(tag: number, ...content: readonly Buffer[]): Buffer {
  const value = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(value.length)]), value]);
}

/** Below 128 in one byte; else the number of bytes that follow, and these. */
function lengthOf(length: number): number[] {
  if (length < 0x80) {
    return [length];
  }
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) {
    bytes.unshift(rest % 256);
  }
  return [0x80 + bytes.length, ...bytes];
}

/** SEQUENCE. */
export const sequence = (...items: readonly Buffer[]): Buffer => tagged(0x30, ...items);
/** SET of one item, which needs no order. */
export const set = (item: Buffer): Buffer => tagged(0x31, item);
/** INTEGER; the first bit is its sign. */
export const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes);
/** OCTET STRING. */
export const octets = (bytes: Buffer): Buffer => tagged(0x04, bytes);
/** BIT STRING of whole bytes. */
export const bits = (bytes: Buffer): Buffer => tagged(0x03, Buffer.from([0]), bytes);
/** UTF8String. */
export const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value, 'utf8'));
/** UTCTime, which RFC 5280 wants before 2050. */
export function dateOf(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2)}Z`, 'latin1'));
}
/** Value with a tag of its context, e.g. `[0]`. */
export const context = (number: number, value: Buffer, { constructed = false } = {}): Buffer =>
  tagged((constructed ? 0xa0 : 0x80) + number, value);

/** OBJECT IDENTIFIER: the first two numbers in one byte, the others in base 128. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((number) => {
    const digits = [number % 128];
    for (let more = Math.floor(number / 128); more > 0; more = Math.floor(more / 128)) {
      digits.unshift(0x80 + (more % 128));
    }
    return digits;
  });
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]));
}
