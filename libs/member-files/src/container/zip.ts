import { inflateRawSync } from 'node:zlib';
import { MemberFileInvalid } from '../source/source.ts';
import { largestUnpackedZip, megabytes } from './limits.ts';

/** A file in a zip. */
export interface ZipEntry {
  name: string;
  /** Bytes it says it unpacks to. */
  size: number;
  packedSize: number;
  method: number;
  isEncrypted: boolean;
  /** Place of its local header. */
  offset: number;
}

const damaged = 'the zip is damaged or incomplete: save or fetch the file again';
const unknown32 = 0xffffffff;

/**
 * The files in a zip, by its central directory (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.5.3 for zip64), without folders.
 * @throws MemberFileInvalid if the directory is broken
 */
export function entriesOf(zip: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  try {
    let { at, count } = directoryOf(zip);
    for (; count > 0; count -= 1) {
      if (zip.readUInt32LE(at) !== 0x02014b50) {
        throw new RangeError(`no entry at ${at}`);
      }
      const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
      const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
      const entry: ZipEntry = {
        name: zip.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
        isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
        method: zip.readUInt16LE(at + 10),
        packedSize: zip.readUInt32LE(at + 20),
        size: zip.readUInt32LE(at + 24),
        offset: zip.readUInt32LE(at + 42),
      };
      readZip64(entry, zip.subarray(nameEnd, extraEnd));
      if (!entry.name.endsWith('/')) {
        entries.push(entry);
      }
      at = extraEnd + zip.readUInt16LE(at + 32);
    }
  } catch (error) {
    throw new MemberFileInvalid(damaged, { cause: error });
  }
  return entries;
}

/**
 * The unpacked bytes of files of a zip, by their names.
 * @throws MemberFileInvalid if they unpack to more than they say or than `limit` together, are encrypted, or are damaged
 */
export function unzip(
  zip: Buffer,
  entries: readonly ZipEntry[],
  limit = largestUnpackedZip,
): Map<string, Buffer> {
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > limit) {
    throw new MemberFileInvalid(
      `the file unpacks to ${megabytes(declared)}, which is more than ${megabytes(limit)}: save it as CSV, which may have any size`,
    );
  }
  return new Map(entries.map((entry) => [entry.name, unpacked(zip, entry)]));
}

function unpacked(zip: Buffer, entry: ZipEntry): Buffer {
  if (entry.isEncrypted) {
    throw new MemberFileInvalid(`"${entry.name}" is protected by a password: save it without one`);
  }
  try {
    const { offset } = entry;
    if (zip.readUInt32LE(offset) !== 0x04034b50) {
      throw new Error(`no local header at ${offset}`);
    }
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + entry.packedSize);
    if (packed.length < entry.packedSize || (entry.method === 0 && entry.size !== packed.length)) {
      throw new Error('its bytes are missing');
    }
    if (entry.method === 0) {
      return packed;
    }
    if (entry.method !== 8) {
      throw new Error(`packing method ${entry.method} is not known`);
    }
    // one byte more than it says, since a limit of 0 is refused
    const bytes = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    if (bytes.length !== entry.size) {
      throw new Error(`it unpacks to other than the ${entry.size} bytes it says`);
    }
    return bytes;
  } catch (error) {
    throw new MemberFileInvalid(
      `"${entry.name}" in the zip cannot be unpacked (${error instanceof Error ? error.message : String(error)}): ` +
        'save or fetch the file again',
      { cause: error },
    );
  }
}

/** The place of the central directory and its number of entries. */
function directoryOf(zip: Buffer): { at: number; count: number } {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end === -1) {
    throw new RangeError('no central directory');
  }
  const [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const locator = end - 20;
  if ((count === 0xffff || at === unknown32) && locator >= 0 && zip.readUInt32LE(locator) === 0x07064b50) {
    const end64 = Number(zip.readBigUInt64LE(locator + 8));
    return { at: Number(zip.readBigUInt64LE(end64 + 48)), count: Number(zip.readBigUInt64LE(end64 + 32)) };
  }
  return { at, count };
}

/** Takes the sizes that do not fit 32 bits from the extra field; some writers use it for small files too. */
function readZip64(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) {
      continue;
    }
    let value = at + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (entry[key] === unknown32) {
        entry[key] = Number(extra.readBigUInt64LE(value));
        value += 8;
      }
    }
  }
}
